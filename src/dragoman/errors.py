"""What can go wrong, as one family tree.

    DragomanError
    ├── BadUse            the caller asked for something that cannot be done (exit status 2)
    ├── InputError        an input as a whole cannot be had: no such file, address refused (exit status 1)
    │   └── AddressRefused    an address that is not public, or is no http(s) address
    ├── StoreError        a store cannot be opened, read or written as it is (exit status 1)
    ├── DataError         a file that the package ships is missing, broken or not the known one
    └── MissingPart       an optional library is not installed; the message holds the install line

A single document that cannot be coded is not an exception: it is a stored `Rejection`.
Every message says what happened, with which value, and what to do next.
"""


class DragomanError(Exception):
    """The root: catch this to catch all that Dragoman raises on purpose."""


class BadUse(DragomanError):
    """The call itself is off: an unknown option value, a missing output, two inputs where one goes."""


class InputError(DragomanError):
    """An input as a whole cannot be had; single bad documents inside it are rejections instead."""


class AddressRefused(InputError):
    """An address that is not http(s), or leads to a network that is not public."""


class StoreError(DragomanError):
    """A store cannot be had or changed: newer than the program, full, locked, out of reach; it stays whole."""


class DataError(DragomanError):
    """A data file of the package is missing, broken, or not the one this version knows."""


class MissingPart(DragomanError):
    """An optional library is not installed; the message names the line that installs it."""
