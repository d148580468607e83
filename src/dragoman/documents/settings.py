"""How far the opening of documents may go: sizes, times, networks.

Comes in: numbers and switches chosen at the door.  Goes out: one frozen `DocumentSettings`, handed to
every reader.  To add a limit, add a field with its unit in its name and check it in `__post_init__`.
"""

from dataclasses import dataclass, field
from importlib import metadata

from dragoman.errors import BadUse


def name_user_agent() -> str:
    """Say honestly who fetches: the program, its version and its purpose."""
    try:
        version = metadata.version("dragoman")
    except metadata.PackageNotFoundError:  # run from a source tree that was never installed
        return "dragoman (news event coder)"
    return f"dragoman/{version} (news event coder)"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; None takes the column of the field's own name where there is one.

    Columns named author, section, language and url are read too where a table has them.
    """

    text: str | None = None
    date: str | None = None
    title: str | None = None
    id: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentSettings:
    """Limits on a single document, and on what may be asked of the network.

    `max_bytes` holds after decompression too: for a page, a feed, a JSONL line, a WARC record, an
    answer of a server.  `timeout_s` bounds one address from name lookup to last byte, redirects
    included; `connect_timeout_s` each connection within it.

    `columns` opens tables (CSV, TSV, Parquet) as texts; None takes them for what else they may be.
    `follows_sitemaps` fetches the addresses of a sitemap that was named as an input, `max_addresses`
    of them and `max_sitemaps` sitemaps at most; without it nothing is fetched that nobody named.
    """

    max_bytes: int = 20_000_000
    timeout_s: float = 20.0
    connect_timeout_s: float = 10.0
    max_redirects: int = 5
    allow_private: bool = False
    user_agent: str = field(default_factory=name_user_agent)
    columns: Columns | None = None
    follows_sitemaps: bool = False
    max_addresses: int = 50_000
    max_sitemaps: int = 1_000

    def __post_init__(self) -> None:
        if self.max_bytes < 1:
            raise BadUse(f"max_bytes is a number of bytes of at least 1, not {self.max_bytes}")
        if self.timeout_s <= 0 or self.connect_timeout_s <= 0:
            raise BadUse(f"timeouts are above 0 seconds, not {self.timeout_s} and {self.connect_timeout_s}")
        if self.max_redirects < 0:
            raise BadUse(f"max_redirects is 0 or more, not {self.max_redirects}")
