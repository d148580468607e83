"""Addresses, fetched from a server in this process."""

import gzip
import threading
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.documents import DocumentSettings, open_documents
from dragoman.documents.fetching import Fetched, fetch_address
from dragoman.documents.networks import find_addresses
from dragoman.records import Rejection, SourceDocument

PAGE = "<html><body><p>The ferry between Turku and Åland sails again.</p></body></html>".encode("latin-1")
FEED = b"<rss><channel><title>W</title><item><title>T</title><link>/item</link></item></channel></rss>"
SETTINGS = DocumentSettings(allow_private=True, timeout_s=5, max_bytes=5000)

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=ISO-8859-1"}, PAGE),
    "/text": (200, {"Content-Type": "text/plain"}, b"Plain words."),
    "/feed": (200, {"Content-Type": "text/html"}, FEED),
    "/lines": (200, {}, b'{"id": "a", "text": "A."}\n{"id": "b"}\n'),
    "/gzip": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/deflate": (200, {"Content-Encoding": "deflate"}, zlib.compress(PAGE)),
    "/cut": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-20]),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 400_000)),
    "/large": (200, {}, b"a" * 6000),
    "/missing": (404, {}, b"Not here."),
    "/empty": (200, {}, b""),
    "/image": (200, {"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "/hop1": (301, {"Location": "/hop2"}, b""),
    "/hop2": (302, {"Location": "/page#top", "Set-Cookie": "seen=1"}, b""),
    "/round": (307, {"Location": "/round"}, b""),
    "/to-ftp": (302, {"Location": "ftp://files.example/page"}, b""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to-private": (302, {"Location": "http://10.0.0.1/admin"}, b""),
    "/to-nowhere": (302, {"Location": "http://[half"}, b""),
    "/to-password": (302, {"Location": "http://user:word@news.example/"}, b""),
    "/no-location": (302, {}, b""),
}


class Handler(BaseHTTPRequestHandler):
    """Answers from the table; keeps what it was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append((self.path, dict(self.headers.items())))
        if self.path == "/silent":
            server.stopping.wait(20)
        elif self.path == "/drip":
            self._drip(server)
        elif self.path == "/endless":
            self._pour()
        elif self.path == "/short":
            self._send(200, {"Content-Length": "500"}, PAGE)
        else:
            self._send(*ANSWERS[self.path])

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def _drip(self, server: "Server") -> None:
        while not server.stopping.wait(0.05):
            self.wfile.write(b"H")

    def _pour(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"400\r\n" + b"a" * 1024 + b"\r\n")
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        pass


class Server(ThreadingHTTPServer):
    """Keeps the requests, and a bell that ends the slow answers."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.stopping = threading.Event()
        self.port = int(self.server_address[1])
        self.root = f"http://127.0.0.1:{self.port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up are what these tests are about."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.stopping.set()
        running.shutdown()
        thread.join()


def read(address: str, settings: DocumentSettings = SETTINGS) -> list[SourceDocument | Rejection]:
    return list(open_documents([address], settings))


def test_a_page_is_a_document_by_its_address(server: Server) -> None:
    (document,) = read(server.root + "/page")
    assert isinstance(document, SourceDocument)
    assert (document.doc_id, document.address) == (server.root + "/page", server.root + "/page")
    assert (document.form, document.via, document.charset) == ("html", "address", "iso-8859-1")
    assert document.body == PAGE
    assert document.redirects == ()
    assert document.fetched is not None
    assert document.fetched.endswith("+00:00")


@pytest.mark.parametrize(
    ("path", "forms"),
    [("/text", ["page"]), ("/feed", ["item"]), ("/lines", ["prose", "no text"]), ("/gzip", ["html"])],
)
def test_an_answer_is_read_as_what_it_holds(server: Server, path: str, forms: list[str]) -> None:
    outcomes = read(server.root + path)
    assert [outcome.reason if isinstance(outcome, Rejection) else outcome.form for outcome in outcomes] == forms


def test_items_of_a_feed_go_by_their_own_addresses(server: Server) -> None:
    (document,) = read(server.root + "/feed")
    assert document.doc_id == server.root + "/item"


@pytest.mark.parametrize("path", ["/gzip", "/deflate"])
def test_content_codings_are_undone(server: Server, path: str) -> None:
    (document,) = read(server.root + path)
    assert isinstance(document, SourceDocument)
    assert document.body == PAGE


def test_redirects_are_followed_and_recorded_in_order(server: Server) -> None:
    (document,) = read(server.root + "/hop1")
    assert isinstance(document, SourceDocument)
    assert document.doc_id == server.root + "/hop1"
    assert document.address == server.root + "/page"
    assert document.redirects == (server.root + "/hop1", server.root + "/hop2")


def test_the_request_is_honest_and_carries_no_cookies(server: Server) -> None:
    read(server.root + "/hop1")
    paths = [path for path, _ in server.asked]
    headers = server.asked[-1][1]
    assert paths == ["/hop1", "/hop2", "/page"]
    assert headers["User-Agent"].startswith("dragoman")
    assert "Cookie" not in headers
    assert headers["Host"] == server.root.removeprefix("http://")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "http status 404"),
        ("/no-location", "http status 302"),
        ("/empty", "empty"),
        ("/image", "binary"),
        ("/large", "too large"),
        ("/bomb", "too large"),
        ("/endless", "too large"),
        ("/cut", "truncated"),
        ("/short", "not fetched"),
        ("/round", "not fetched"),
        ("/to-nowhere", "not fetched"),
        ("/to-ftp", "refused address"),
        ("/to-file", "refused address"),
        ("/to-password", "refused address"),
    ],
)
def test_what_gives_no_page_is_rejected_by_its_address(server: Server, path: str, reason: str) -> None:
    (rejection,) = read(server.root + path)
    assert isinstance(rejection, Rejection)
    assert (rejection.doc_id, rejection.stage, rejection.reason) == (server.root + path, "documents", reason)
    assert rejection.detail


def test_the_limits_are_told_with_both_numbers(server: Server) -> None:
    (rejection,) = read(server.root + "/large")
    assert isinstance(rejection, Rejection)
    assert rejection.detail == "6000 bytes are more than the limit of 5000; --max-bytes raises it"


def test_more_redirects_than_allowed_are_not_followed(server: Server) -> None:
    (rejection,) = read(server.root + "/hop1", replace(SETTINGS, max_redirects=1))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "not fetched"
    assert [path for path, _ in server.asked] == ["/hop1", "/hop2"]


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_a_slow_server_is_left_at_the_deadline(server: Server, path: str) -> None:
    (rejection,) = read(server.root + path, replace(SETTINGS, timeout_s=0.4))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "too slow"


def test_the_own_machine_is_refused_before_it_is_asked(server: Server) -> None:
    (rejection,) = read(server.root + "/page", replace(SETTINGS, allow_private=False))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "refused address"
    assert "--allow-private" in rejection.detail
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://files.example/page", "refused address"),
        ("file:///etc/passwd", "refused address"),
        ("http://", "refused address"),
        ("http://user:word@news.example/", "refused address"),
        ("http://[half", "not fetched"),
        ("http://news.example:99999/", "not fetched"),
        ("http://127.0.0.1:1/", "not fetched"),
    ],
)
def test_an_address_that_cannot_be_asked_is_a_rejection(address: str, reason: str) -> None:
    (rejection,) = read(address)
    assert isinstance(rejection, Rejection)
    assert (rejection.doc_id, rejection.reason) == (address, reason)
    assert "word@" not in rejection.detail


def test_every_hop_is_checked_anew(server: Server) -> None:
    hosts: list[str] = []

    def find(host: str, port: int, timeout_s: float) -> Sequence[str]:
        """Let the server stand for a public one; everything else is judged as ever."""
        hosts.append(host)
        return ["127.0.0.1"] if host == "news.example" else find_addresses(host, port, timeout_s, allow_private=False)

    outcome = fetch_address(f"http://news.example:{server.port}/to-private", SETTINGS, find=find)
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "refused address"
    assert "10.0.0.1 is a private address" in outcome.detail
    assert hosts == ["news.example", "10.0.0.1"]


def test_a_host_is_looked_up_once_and_that_answer_is_asked(server: Server) -> None:
    looked_up: list[str] = []

    def find(host: str, port: int, timeout_s: float) -> Sequence[str]:
        assert timeout_s > 0
        looked_up.append(f"{host}:{port}")
        return ["127.0.0.1"] if len(looked_up) == 1 else ["127.0.0.2"]

    outcome = fetch_address(f"http://news.example:{server.port}/page", SETTINGS, find=find)
    assert isinstance(outcome, Fetched)
    assert looked_up == [f"news.example:{server.port}"]
    assert server.asked[0][1]["Host"] == f"news.example:{server.port}"


def test_the_next_number_of_a_host_is_tried_when_the_first_is_dead(server: Server) -> None:
    address = f"http://news.example:{server.port}/page"
    outcome = fetch_address(address, SETTINGS, find=lambda *_: ["127.0.0.9", "127.0.0.1"])
    assert isinstance(outcome, Fetched)


def test_proxies_of_the_environment_are_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    (document,) = read(server.root + "/page")
    assert isinstance(document, SourceDocument)
