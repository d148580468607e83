"""One web address, fetched: public networks only, bounded in size, time and redirects, no cookies, no proxies.

Comes in: an address and `DocumentSettings`.  Goes out: the body with its `Origin`, or a `Rejection`
that says why there is none.  Every connection is opened by `_Gate`, which looks the host up, checks
what it leads to and connects to that very number; redirects go the same way.  To change what is asked
of servers, change `_headers`.
"""

import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import httpcore
import httpx

from dragoman.documents.networks import Resolver, find_addresses
from dragoman.documents.origin import Origin, printable
from dragoman.documents.settings import DocumentSettings
from dragoman.documents.streams import find_charset, unpack_content
from dragoman.documents.times import iso_now
from dragoman.errors import AddressRefused, InputError
from dragoman.records import Rejection

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SUCCESSES = range(200, 300)


class _NotHadError(InputError):
    """An address that gives no document: a fixed reason, and the particulars."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave, its Content-Encoding undone."""

    body: bytes
    origin: Origin


@dataclass(frozen=True, slots=True)
class _Answer:
    """One response; `body` is None where it is above the limit, `size` what it said or showed."""

    status: int
    headers: httpx.Headers
    body: bytes | None
    size: int | None


def fetch_address(address: str, settings: DocumentSettings, *, find: Resolver | None = None) -> Fetched | Rejection:
    """Fetch one address; whatever goes wrong on the way is a rejection, so that a batch goes on.

    `find` gives the numeric addresses that a host may be asked at; by default those that
    `find_addresses` lets through under these settings.
    """
    origin = Origin(name=printable(address), via="address", address=printable(address))
    gate = _Gate(settings, find or partial(find_addresses, allow_private=settings.allow_private))
    try:
        url = _parse_address(origin.name)
        with httpcore.ConnectionPool(httpx.create_ssl_context(trust_env=False), network_backend=gate) as pool:
            return _follow(pool, url, origin, settings=settings)
    except _NotHadError as problem:
        return origin.reject(problem.reason, problem.detail)
    except AddressRefused as problem:
        return origin.reject("refused address", str(problem))
    except (httpcore.TimeoutException, TimeoutError):
        return origin.reject("too slow", f"no whole answer within {settings.timeout_s:g} s")
    except (httpcore.NetworkError, httpcore.ProtocolError, InputError) as problem:
        return origin.reject("not fetched", str(problem) or type(problem).__name__)


def _follow(
    pool: httpcore.ConnectionPool, url: httpx.URL, origin: Origin, *, settings: DocumentSettings
) -> Fetched | Rejection:
    """Ask for the address and go where the answers send us; `redirects` holds what was left behind, in order."""
    left: tuple[str, ...] = ()
    while True:
        answer = _ask(pool, url, settings)
        origin = replace(origin, address=str(url), redirects=left, fetched=iso_now())
        location = answer.headers.get("location")
        if answer.status not in _REDIRECTS or not location:
            return _read_answer(answer, origin, settings)
        left = (*left, str(url))
        if len(left) > settings.max_redirects:
            raise _NotHadError(
                "not fetched", f"more than {settings.max_redirects} redirects, the last to {location:.200}"
            )
        url = _parse_address(location, base=url)


def _parse_address(address: str, base: httpx.URL | None = None) -> httpx.URL:
    try:
        url = httpx.URL(address) if base is None else base.join(address)
    except (httpx.InvalidURL, ValueError) as problem:
        raise _NotHadError("not fetched", f"{address[:200]!r} is no address: {problem}") from problem
    if url.scheme not in ("http", "https"):
        raise AddressRefused(f"{address[:200]!r} is no http or https address")
    if not url.host:
        raise AddressRefused(f"{address[:200]!r} names no host")
    if url.userinfo:
        raise AddressRefused(f"the address at {url.host!r} carries a user name or password; give it without")
    return url.copy_with(fragment=None)


def _ask(pool: httpcore.ConnectionPool, url: httpx.URL, settings: DocumentSettings) -> _Answer:
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    timeouts = {"connect": settings.connect_timeout_s, "read": settings.timeout_s, "write": settings.timeout_s}
    with pool.stream("GET", target, headers=_headers(settings), extensions={"timeout": timeouts}) as response:
        headers = httpx.Headers(response.headers)
        declared = headers.get("content-length", "")
        size = int(declared) if declared.isdecimal() and len(declared) < 20 else None
        if response.status not in _SUCCESSES:
            return _Answer(response.status, headers, b"", size)
        if size is not None and size > settings.max_bytes:
            return _Answer(response.status, headers, None, size)
        return _Answer(response.status, headers, _collect(response.iter_stream(), settings.max_bytes), None)


def _headers(settings: DocumentSettings) -> list[tuple[str, str]]:
    return [
        ("User-Agent", settings.user_agent),
        ("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"),
        ("Accept-Encoding", "gzip, deflate"),
    ]


def _collect(pieces: Iterable[bytes], max_bytes: int) -> bytes | None:
    """Join the pieces of a body; None as soon as they are above the limit."""
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > max_bytes:
            return None
    return bytes(body)


def _read_answer(answer: _Answer, origin: Origin, settings: DocumentSettings) -> Fetched | Rejection:
    if answer.status not in _SUCCESSES:
        return origin.reject(f"http status {answer.status}", f"{origin.address} answers with status {answer.status}")
    if answer.body is None:
        return origin.reject_size(settings.max_bytes, size=answer.size)
    try:
        body = unpack_content(answer.body, answer.headers.get("content-encoding", ""), settings.max_bytes)
    except EOFError:
        return origin.reject("truncated", "the answer ends inside its compression")
    if body is None:
        return origin.reject_size(settings.max_bytes)
    charset = find_charset(answer.headers.get("content-type", ""))
    return Fetched(body, replace(origin, charset=charset, size=len(body)))


class _Deadline:
    """The one moment by which an address must have been read, however often a slow server sends a byte."""

    def __init__(self, timeout_s: float) -> None:
        self._end = time.monotonic() + timeout_s

    def seconds_left(self, at_most: float | None = None) -> float:
        """Return the time left, above 0; TimeoutException where there is none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this address is over")
        return left if at_most is None else min(left, at_most)


class _Gate(httpcore.NetworkBackend):
    """Opens connections to checked numbers only; the host's name stays in force for Host header and TLS."""

    def __init__(self, settings: DocumentSettings, find: Resolver) -> None:
        self._deadline = _Deadline(settings.timeout_s)
        self._find = find
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers."""
        failure: Exception = httpcore.ConnectError(f"the host {host!r} has no address")
        for address in self._find(host, port, self._deadline.seconds_left(timeout)):
            limit = self._deadline.seconds_left(timeout)
            try:
                stream = self._network.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as problem:
                failure = problem
            else:
                return _Timed(stream, self._deadline)
        raise failure


class _Timed(httpcore.NetworkStream):
    """A connection that stops at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.seconds_left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.seconds_left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        limit = self._deadline.seconds_left(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, limit), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
