"""Options that several commands share, so that they are named and explained once."""

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
