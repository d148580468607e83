"""Figures as people read them: shares, scores, bands, sparklines and rows of aligned columns.

Comes in: numbers and bands.  Goes out: strings for a table of plain characters.  What is not shown says why.
"""

from collections.abc import Sequence

from dragoman.relations import Figures, Interval

BLOCKS = "▁▂▃▄▅▆▇█"
NOTHING = "·"  # a period with nothing in it
UNKNOWN = " "  # a period of which nothing can be told


def share(value: float | None) -> str:
    """Return a share as per cent."""
    if value is None:
        return "none"
    return f"{value:.0%}" if value >= 0.1 or value == 0 else f"{value:.1%}"


def share_band(figures: Figures) -> str:
    """Return the conflict share with its band: "16% (7-32%)", or the share and why there is no band."""
    if figures.conflict_share is None:
        return figures.note or ""
    band = _share_range(figures.share_interval) if figures.share_interval else figures.note
    return f"{share(figures.conflict_share)} ({band})"


def mean_band(figures: Figures) -> str:
    """Return the score mean with its band."""
    if figures.score_mean is None:
        return figures.note or ""
    band = mean_range(figures.mean_interval) if figures.mean_interval else figures.note
    return f"{figures.score_mean:+.1f} ({band})"


def mean_range(band: Interval) -> str:
    """Return the band of a mean."""
    return f"{band.low:+.1f} to {band.high:+.1f}"


def share_range(band: Interval) -> str:
    """Return the band of a share."""
    return _share_range(band)


def number(value: float | None, *, digits: int = 2) -> str:
    """Return a figure, or a dash where there is none."""
    return "–" if value is None else f"{value:.{digits}f}"


def counted(value: int, noun: str) -> str:
    """Return a count with what it counts."""
    if value == 1:
        return f"1 {noun}"
    return f"{value:,} {noun[:-1]}ies" if noun.endswith("y") else f"{value:,} {noun}s"


def some(names: Sequence[str], *, most: int = 12) -> str:
    """Return the first names of a list, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}" if names else "none"


def sparkline(values: Sequence[float | None], *, top: float | None = None) -> str:
    """Return values as blocks, the tallest for `top` or the greatest; a dot for nothing, a blank for unknown."""
    most = top if top is not None else max((value for value in values if value is not None), default=0.0)
    return "".join(_block(value, most) for value in values)


def rows(cells: Sequence[Sequence[str]], *, left: int = 1, gap: int = 2) -> list[str]:
    """Return rows of cells in aligned columns: the first `left` to the left, the others to the right."""
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    lines = []
    for row in cells:
        padded = [
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append((" " * gap).join(padded).rstrip())
    return lines


def _block(value: float | None, most: float) -> str:
    if value is None:
        return UNKNOWN
    if value <= 0 or most <= 0:
        return NOTHING
    return BLOCKS[min(len(BLOCKS) - 1, int(value / most * len(BLOCKS) - 1e-9))]


def _share_range(band: Interval) -> str:
    return f"{band.low * 100:.0f}–{band.high * 100:.0f}%"
