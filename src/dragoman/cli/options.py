"""Options that several commands share, so that they are named and explained once."""

import os
from enum import StrEnum
from typing import Annotated

import typer


class Effort(StrEnum):
    """How hard the coder tries."""

    FAST = "fast"
    STANDARD = "standard"
    ACCURATE = "accurate"


EffortOption = Annotated[
    Effort, typer.Option("--effort", help="How hard the coder tries. This version has: standard.", show_default=True)
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="Day of publication for inputs that carry none."),
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch addresses that are not on the public network.")
]
SizeOption = Annotated[
    int | None,
    typer.Option("--max-bytes", metavar="BYTES", min=1, help="Reject documents that are larger than this."),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="ADDRESS",
        help="The store: sqlite:///FILE.db or postgresql://…; else DRAGOMAN_STORE, else sqlite:///dragoman.db.",
    ),
]
DEFAULT_STORE = "sqlite:///dragoman.db"


def store_address(option: str | None) -> str:
    """Return the address of the store: as asked for, else the environment's DRAGOMAN_STORE, else a file here."""
    return option or os.environ.get("DRAGOMAN_STORE") or DEFAULT_STORE
