"""`--actors FILE`: users' own lists of actors, as an option of the commands that code.

Comes in: paths as the user wrote them.  Goes out: the same paths for `Settings`, after each line that cannot be
read has been named on standard error, once, whatever the number of processes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.terminal import complain

ActorsOption = Annotated[
    list[str] | None,
    typer.Option("--actors", metavar="FILE", help="A list of your own actors; theirs win. May be given again."),
]


def checked_lists(paths: Sequence[str] | None) -> tuple[str, ...]:
    """Return the lists, having named their bad lines; BadUse where one cannot be read at all."""
    from dragoman.knowledge import read_user_list

    for path in paths or ():
        for problem in read_user_list(Path(path)).problems:
            complain(str(problem))
    return tuple(paths or ())
