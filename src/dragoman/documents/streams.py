"""Bytes as they come off a disk, a pipe or a server: read ahead, bounded, unpacked.

Comes in: a binary stream, or a body with its Content-Encoding.  Goes out: bytes, never more than asked
for.  To add a content coding, add its opener to `_OPENERS`.
"""

import gzip
import io
import re
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from fastwarc.stream_io import BrotliReader, ZstdReader

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP_MAGIC = b"\x1f\x8b"
READ_BYTES = 64 * 1024

_CHUNK_HEADER = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)


class Prefixed(io.RawIOBase):
    """A stream with the bytes that were read ahead put back in front of it; works where seeking does not."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = io.BytesIO(head)
        self._rest = rest
        self._position = 0

    def tell(self) -> int:
        """Return how many bytes were read; fastwarc asks even where it never seeks."""
        return self._position

    def readable(self) -> bool:
        """Say yes: that is all this stream does."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer` from the head first, then from the rest; 0 means the end."""
        room = memoryview(buffer).cast("B")
        piece = self._head.read(len(room)) or self._rest.read(len(room)) or b""
        room[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)


class Watched(io.RawIOBase):
    """A file that tells how many bytes are read from it; it can be sought in where the file can."""

    def __init__(self, file: BinaryIO, on_read: Callable[[int], None]) -> None:
        super().__init__()
        self._file = file
        self._on_read = on_read

    def readable(self) -> bool:
        """Say yes: that is what this stream does."""
        return True

    def seekable(self) -> bool:
        """Say whether the file can be sought in."""
        return self._file.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the file."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the place in the file."""
        return self._file.tell()

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer` from the file and tell how much that was."""
        room = memoryview(buffer).cast("B")
        piece = self._file.read(len(room)) or b""
        room[: len(piece)] = piece
        self._on_read(len(piece))
        return len(piece)


def read_up_to(stream: BinaryIO, size: int) -> bytes:
    """Return the next `size` bytes, fewer only at the end of the stream."""
    pieces = []
    while size > 0:
        piece = stream.read(min(size, READ_BYTES))
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def read_ahead(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """Return the first `size` bytes and a stream that still begins with them."""
    head = read_up_to(stream, size)
    return head, io.BufferedReader(Prefixed(head, stream), READ_BYTES)


def peek_gzip(head: bytes, size: int) -> bytes:
    """Return the first `size` bytes that a gzip stream unpacks to, as far as `head` goes; b"" where it is broken."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, size)
    except zlib.error:
        return b""


def unpack_content(body: bytes, codings: str, max_bytes: int) -> bytes | None:
    """Undo a Content-Encoding, the last coding first; None where the result is above `max_bytes`.

    EOFError where the body is cut short.  Servers and archives often name a coding that the body does
    not have (any more): what does not unpack is returned as it is.
    """
    for coding in reversed([name.strip().lower() for name in codings.split(",")]):
        opener = _OPENERS.get(coding)
        if opener is None:
            continue
        try:
            body = read_up_to(opener(body), max_bytes + 1)
        except (OSError, zlib.error):
            return body
        if len(body) > max_bytes:
            return None
    return body


def join_chunks(body: bytes) -> bytes:
    """Undo a chunked Transfer-Encoding as far as it holds: what is no chunk (any more) is taken as it stands."""
    pieces: list[bytes] = []
    position = 0
    while header := _CHUNK_HEADER.match(body, position):
        size = int(header[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[header.end() : header.end() + size])
        position = header.end() + size
        position += len(body[position : position + 2]) - len(body[position : position + 2].lstrip(b"\r\n"))
    return b"".join([*pieces, body[position:]])


def find_charset(content_type: str) -> str | None:
    """Return the charset that a Content-Type header declares, in lower case."""
    found = _CHARSET.search(content_type)
    return found[1].lower() if found else None


def _open_gzip(body: bytes) -> BinaryIO:
    return gzip.GzipFile(fileobj=io.BytesIO(body))  # type: ignore[return-value]


def _open_deflate(body: bytes) -> BinaryIO:
    return io.BufferedReader(_Inflating(body))


def _open_brotli(body: bytes) -> BinaryIO:
    return BrotliReader(io.BytesIO(body))  # type: ignore[return-value]


def _open_zstd(body: bytes) -> BinaryIO:
    return ZstdReader(io.BytesIO(body))  # type: ignore[return-value]


class _Inflating(io.RawIOBase):
    """A deflated body, with or without the zlib header that the standard asks for and many leave out."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        has_header = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
        self._unpacker = zlib.decompressobj(wbits=15 if has_header else -15)
        self._left = body

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer).cast("B")
        piece = self._unpacker.decompress(self._left, len(room))
        self._left = self._unpacker.unconsumed_tail
        if not piece and not self._unpacker.eof:
            raise EOFError("the deflated body ends before its end marker")
        room[: len(piece)] = piece
        return len(piece)


_OPENERS: Mapping[str, Callable[[bytes], BinaryIO]] = MappingProxyType(
    {
        "gzip": _open_gzip,
        "x-gzip": _open_gzip,
        "deflate": _open_deflate,
        "br": _open_brotli,
        "zstd": _open_zstd,
    }
)
