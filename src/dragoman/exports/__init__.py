"""The exports room: events ↔ files in the field's formats.

It produces files (plover, polecat, gdelt, icews, acled, phoenix, csv, parquet, graphml, gexf), each with its codebook
and data package, and reads the files of other coders (plover, gdelt, icews, polecat) as events.

    told.py       what is written: an event, or a story told as one
    parties.py    an event's sides as rows of one actor and one recipient
    columns.py    what a column is; flat.py, gdelt.py, icews.py, polecat.py, acled.py, phoenix.py have each format's
    formats.py    all formats; choosing.py and choosing_rows.py say what is taken, writing.py writes it
    graphs.py     relations as a graph; graph_files.py as GraphML and GEXF
    codebook.py   codebook and data package; citing.py how to cite
    importing.py  other coders' files; from_gdelt.py, from_icews.py, from_polecat.py, from_plover.py one line each

Nothing is imported here, so that a command that needs one format does not load the others' libraries.
"""
