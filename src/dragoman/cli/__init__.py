"""The door of the command line, one file per command; nothing else prints.

Comes in: arguments, standard input, files and addresses.  Goes out: text for people, or JSON and CSV
for programs, and an exit status: 0, 2 for bad use, 1 with one clear line on standard error.

To add a command, write `NAME.py` with one function and its help, and name it in `main.build_app`.
Libraries that are slow to load are imported inside the functions that need them.
"""
