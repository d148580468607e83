"""The door: puts the commands together and turns what went wrong into an exit status.

Comes in: the arguments of the process.  Goes out: an exit status: 0, 2 for bad use, 1 for all else
that can go wrong.  Typer itself answers usage errors (2), Ctrl-C (130) and a reader that has gone
(`… | head`, quietly).  To add a command, name it in `build_app`.
"""

import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from dragoman import __version__
from dragoman.cli import (
    code,
    compare,
    correct,
    doctor,
    explain,
    export,
    import_,
    ingest,
    read,
    recode,
    relate,
    relations,
    review,
    withdraw,
)
from dragoman.cli.terminal import complain
from dragoman.errors import BadUse, DragomanError

HELP = """Dragoman reads news and writes down who did what to whom, when, where, and according to whom.

\b
Examples:
  dragoman read page.html
  dragoman code pages/ -o events.jsonl --workers 4
  dragoman explain "Norway praised Chile on Tuesday." --date 2024-05-16

Each command has its own --help.
"""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process with its exit status."""
    try:
        build_app()(args=None if arguments is None else list(arguments), prog_name="dragoman")
        sys.exit(0)
    except DragomanError as problem:
        complain(str(problem))
        sys.exit(2 if isinstance(problem, BadUse) else 1)


def build_app() -> typer.Typer:
    """Return the application with all its commands."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,  # plain usage lines and one plain line for what is wrong
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=HELP,
    )
    app.callback()(_dragoman)
    app.command("read", help=read.HELP, short_help="Read pages: the article and its events.")(read.read)
    app.command("code", help=code.HELP, short_help="Code many articles into a file of events.")(code.code)
    app.command("relate", help=relate.HELP, short_help="Tell the type of event between given sides.")(relate.relate)
    app.command("ingest", help=ingest.HELP, short_help="Read many inputs into a store.")(ingest.ingest)
    app.command("recode", help=recode.HELP, short_help="Code a store's articles again.")(recode.recode)
    app.command("withdraw", help=withdraw.HELP, short_help="Take an article back.")(withdraw.withdraw)
    app.command("correct", help=correct.HELP, short_help="Correct, retract or confirm an event.")(correct.correct)
    app.command("review", help=review.HELP, short_help="Look at events one by one.")(review.review)
    app.command("export", help=export.HELP, short_help="Write events in a format of the field.")(export.export)
    app.command("import", help=import_.HELP, short_help="Read another coder's files into a store.")(import_.import_)
    app.command("relations", help=relations.HELP, short_help="Show how states stand to each other.")(
        relations.relations
    )
    app.command("compare", help=compare.HELP, short_help="Set our stories beside another coder's.")(compare.compare)
    app.command("explain", help=explain.HELP, short_help="Show every step for one text.")(explain.explain)
    app.command("doctor", help=doctor.HELP, short_help="Check this installation.")(doctor.doctor)
    return app


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        sys.stdout.write(f"dragoman {__version__}\n")
        raise typer.Exit


def _dragoman(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""
