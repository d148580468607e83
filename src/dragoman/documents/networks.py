"""Which network addresses may be asked: public ones, and no others unless the user says so.

Comes in: a host and port, and a resolver.  Goes out: the numeric addresses to connect to, in the
resolver's order, or AddressRefused.  The caller connects to these very addresses, so that a name
which answers differently a moment later changes nothing.  To refuse a further range, add it below.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Sequence

from dragoman.errors import AddressRefused, InputError

Resolver = Callable[[str, int, float], Sequence[str]]  # host, port, seconds → numeric addresses

# `ipaddress` calls these global or leaves them to the reader; behind each may stand a machine of one's own network.
_REFUSED_V4 = (
    (ipaddress.IPv4Network("100.64.0.0/10"), "a carrier's shared"),
    (ipaddress.IPv4Network("192.0.0.0/24"), "a protocol's"),
    (ipaddress.IPv4Network("192.88.99.0/24"), "a 6to4 relay's"),
)
_REFUSED_V6 = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), "an IPv4-mapped"),
    (ipaddress.IPv6Network("64:ff9b::/96"), "a NAT64"),
    (ipaddress.IPv6Network("64:ff9b:1::/48"), "a NAT64"),
    (ipaddress.IPv6Network("2002::/16"), "a 6to4"),
    (ipaddress.IPv6Network("2001::/23"), "a protocol's"),
    (ipaddress.IPv6Network("2001:db8::/32"), "a documentation"),
    (ipaddress.IPv6Network("3fff::/20"), "a documentation"),
)
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")  # the only range that is given out for use across the internet
_KINDS = ("loopback", "unspecified", "link_local", "multicast", "private", "reserved")


def find_refusal(address: str) -> str | None:
    """Say in a few words why a numeric address is not public ("a private address"), None where it is."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return "no numeric address"
    special = _REFUSED_V4 if number.version == 4 else _REFUSED_V6
    for network, name in special:
        if number in network:
            return f"{name} address"
    for kind in _KINDS:
        if getattr(number, f"is_{kind}"):
            return f"a {kind.replace('_', '-')} address".replace("a un", "an un")
    if not number.is_global or (number.version == 6 and number not in _PUBLIC_V6):
        return "an address outside the public ranges"
    return None


def resolve_host(host: str, port: int, timeout_s: float) -> tuple[str, ...]:
    """Return the numeric addresses that the system knows for a host, each once; InputError where it knows none.

    The system's lookup has no time limit of its own, so it runs in a thread that is left behind when it is late.
    """
    answers: queue.SimpleQueue[tuple[str, ...] | str] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as problem:
            answers.put(str(problem))
        else:
            answers.put(tuple(dict.fromkeys(str(entry[4][0]) for entry in found)))

    threading.Thread(target=look_up, daemon=True).start()
    try:
        answer = answers.get(timeout=timeout_s)
    except queue.Empty as problem:
        raise TimeoutError(f"no answer about the host {host!r} within {timeout_s:.1f} s") from problem
    if isinstance(answer, str):
        raise InputError(f"the host {host!r} is not known: {answer}")
    return answer


def find_addresses(
    host: str, port: int, timeout_s: float, *, allow_private: bool, resolve: Resolver = resolve_host
) -> tuple[str, ...]:
    """Return the numeric addresses of a host that may be asked; AddressRefused where it has none."""
    found = tuple(resolve(host, port, timeout_s))
    if allow_private:
        return found
    allowed = tuple(address for address in found if find_refusal(address) is None)
    if not allowed:
        led = "; ".join(f"{address} is {find_refusal(address)}" for address in found) or "it has no address"
        raise AddressRefused(f"the host {host!r} is not public ({led}); --allow-private reads it all the same")
    return allowed
