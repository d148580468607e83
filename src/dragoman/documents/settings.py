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
class DocumentSettings:
    """Limits on a single document, and on what may be asked of the network.

    `max_bytes` holds after decompression too: for a page, a feed, a JSONL line, a WARC record, an
    answer of a server.  `timeout_s` bounds one address from name lookup to last byte, redirects
    included; `connect_timeout_s` each connection within it.
    """

    max_bytes: int = 20_000_000
    timeout_s: float = 20.0
    connect_timeout_s: float = 10.0
    max_redirects: int = 5
    allow_private: bool = False
    user_agent: str = field(default_factory=name_user_agent)

    def __post_init__(self) -> None:
        if self.max_bytes < 1:
            raise BadUse(f"max_bytes is a number of bytes of at least 1, not {self.max_bytes}")
        if self.timeout_s <= 0 or self.connect_timeout_s <= 0:
            raise BadUse(f"timeouts are above 0 seconds, not {self.timeout_s} and {self.connect_timeout_s}")
        if self.max_redirects < 0:
            raise BadUse(f"max_redirects is 0 or more, not {self.max_redirects}")
