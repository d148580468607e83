"""What coded an article: the coder, its parser and what it knows, each as a version that changes when they do.

Comes in: the users' own lists of actors.  Goes out: `Versions`, which every run records.
"""

import functools
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import dragoman.knowledge
import dragoman.ontology
from dragoman import __version__
from dragoman.errors import BadUse
from dragoman.sentences import digest_of_parser

DIGITS = 16  # hexadecimal digits shown and kept, as in all our digests


@dataclass(frozen=True, slots=True)
class Versions:
    """The version of the coder, the digest of the parser's files, the digest of all that is known."""

    coder: str
    parser: str
    knowledge: str


def find_versions(actors: Sequence[str] = ()) -> Versions:
    """Return the versions of this installation with these lists of actors; BadUse where a list cannot be read."""
    return Versions(__version__, _parser_version(), _knowledge_version(tuple(actors)))


@functools.cache
def _parser_version() -> str:
    return digest_of_parser()[:DIGITS]


@functools.cache
def _knowledge_version(actors: tuple[str, ...]) -> str:
    """Digest the data files of the rooms that know something, then the users' lists, by name and content."""
    whole = hashlib.sha256()
    for room in (dragoman.knowledge, dragoman.ontology):
        folder = Path(str(room.__file__)).parent / "data"
        _add_files(whole, ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*"))))
    _add_files(whole, ((Path(path).name, Path(path)) for path in actors))
    return whole.hexdigest()[:DIGITS]


def _add_files(whole: "hashlib._Hash", files: Iterable[tuple[str, Path]]) -> None:
    for name, path in files:
        if path.is_dir():
            continue
        try:
            content = path.read_bytes()
        except OSError as problem:
            raise BadUse(f"{path} cannot be read: {problem.strerror}") from problem
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
