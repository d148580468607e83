"""Named wars, crises and single great events, and the days they lasted: what "during the Falklands war" means.

In comes `data/wars.tsv`, out goes the war named at a place of a text.  To add one, add a row; the table's head
explains the columns.  Whether words stand for its days ("during the Gulf War") or not ("a book on the Gulf War") is not
told here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.errors import DataError
from dragoman.knowledge.days import period_of
from dragoman.knowledge.folding import fold_text
from dragoman.knowledge.tables import read_table, split_cell

TABLE = "wars.tsv"
COLUMNS = ("names", "first", "last", "capitals", "precision", "source")


@dataclass(frozen=True, slots=True)
class War:
    """A named war or the like: first and last ISO day, `last_day` None where it goes on; how finely they are known."""

    name: str
    first_day: str
    last_day: str | None
    precision: str  # "day", "month" or "year"
    source: str


@dataclass(frozen=True, slots=True)
class WarTable:
    """All named wars, and the pattern of their names, the longest first."""

    by_name: Mapping[str, War]
    pattern: "re.Pattern[str]"

    @classmethod
    def load(cls) -> "WarTable":
        """Read the package's table; DataError where a row does not fit."""
        by_name: dict[str, War] = {}
        forms: list[tuple[str, str]] = []
        for names, is_capital, war in _read_wars():
            for name in names:
                form = _plain(name)
                if by_name.setdefault(form, war) is not war:
                    raise DataError(f"knowledge/data/{TABLE}: {name!r} stands in two rows; keep one of them")
                words = re.escape(fold_text(name)).replace(r"\ ", r"\s+").replace(r"\-", r"[-‐-–\s]")
                forms.append((name, words if is_capital else f"(?i:{words})"))
        forms.sort(key=lambda form: -len(form[0]))
        return cls(by_name, re.compile(rf"(?<![\w-])(?:{'|'.join(words for _, words in forms)})(?![\w-])"))

    def war_at(self, text: str, start: int) -> tuple[War, int] | None:
        """Return the war whose name begins at `start` in `text`, and where the name ends; None where none does."""
        match = self.pattern.match(fold_text(text), start)
        if match is None:
            return None
        return self.by_name[_plain(match.group())], match.end()


def _plain(name: str) -> str:
    """Return a name as it is looked up: small letters, single spaces for hyphens."""
    return re.sub(r"[-‐-–\s]+", " ", fold_text(name)).lower()


def _read_wars() -> Iterator[tuple[tuple[str, ...], bool, War]]:
    for row in read_table(TABLE, COLUMNS):
        names = split_cell(row["names"])
        try:
            yield names, row["capitals"] == "yes", _read_row(row, names[0])
        except ValueError as problem:
            raise DataError(f"knowledge/data/{TABLE}: {names[0]}: {problem}") from problem


def _read_row(row: Mapping[str, str], shown: str) -> War:
    if not row["source"]:
        raise ValueError("a row without a source gives no days")
    first, last, precision = period_of(row["first"], row["last"])
    if first is None:
        raise ValueError("the first day is missing")
    if precision != row["precision"]:
        raise ValueError(f"the days are known to the {precision}, not to the {row['precision']}")
    return War(shown, first, last, precision, row["source"])
