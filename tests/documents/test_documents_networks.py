"""Which network addresses may be asked."""

from collections.abc import Sequence

import pytest

from dragoman.documents.networks import find_addresses, find_refusal, resolve_host
from dragoman.errors import AddressRefused, InputError

PUBLIC = ["93.184.216.34", "8.8.8.8", "1.1.1.1", "223.255.255.254", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"]

REFUSED = [
    ("127.0.0.1", "loopback"),
    ("127.8.9.10", "loopback"),
    ("::1", "loopback"),
    ("0.0.0.0", "unspecified"),  # noqa: S104 - it is refused here, not bound
    ("0.1.2.3", "private"),
    ("::", "unspecified"),
    ("10.0.0.1", "private"),
    ("172.16.0.1", "private"),
    ("172.31.255.255", "private"),
    ("192.168.1.1", "private"),
    ("fc00::1", "private"),
    ("fd12:3456:789a::1", "private"),
    ("169.254.169.254", "link-local"),
    ("fe80::1", "link-local"),
    ("fe80::1%eth0", "link-local"),
    ("100.64.0.1", "shared"),
    ("100.127.255.254", "shared"),
    ("192.0.0.8", "protocol"),
    ("192.0.2.1", "private"),
    ("198.18.0.1", "private"),
    ("198.51.100.7", "private"),
    ("203.0.113.7", "private"),
    ("192.88.99.1", "relay"),
    ("224.0.0.1", "multicast"),
    ("239.255.255.250", "multicast"),
    ("ff02::1", "multicast"),
    ("240.0.0.1", "private"),
    ("255.255.255.255", "private"),
    ("::ffff:127.0.0.1", "IPv4-mapped"),
    ("::ffff:8.8.8.8", "IPv4-mapped"),
    ("::127.0.0.1", "reserved"),
    ("64:ff9b::7f00:1", "NAT64"),
    ("64:ff9b::808:808", "NAT64"),
    ("64:ff9b:1::a00:1", "NAT64"),
    ("2002:7f00:1::", "6to4"),
    ("2001::1", "protocol"),
    ("2001:db8::1", "documentation"),
    ("3fff::1", "documentation"),
    ("fec0::1", "outside|reserved|private"),
    ("100::1", "private"),
    ("5f00::1", "outside|reserved"),
    ("localhost", "no numeric"),
    ("", "no numeric"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_address_is_let_through(address: str) -> None:
    assert find_refusal(address) is None


@pytest.mark.parametrize(("address", "word"), REFUSED)
def test_address_that_is_not_public_is_refused_by_kind(address: str, word: str) -> None:
    refusal = find_refusal(address)
    assert refusal is not None
    assert any(part in refusal for part in word.split("|"))


def answer_with(*addresses: str) -> object:
    def resolve(host: str, port: int, timeout_s: float) -> Sequence[str]:
        assert host
        assert port
        assert timeout_s
        return addresses

    return resolve


def ask(*addresses: str, allow_private: bool = False) -> tuple[str, ...]:
    resolve = answer_with(*addresses)
    assert callable(resolve)
    return find_addresses("news.example", 80, 1.0, allow_private=allow_private, resolve=resolve)


def test_only_the_public_addresses_of_a_host_are_asked() -> None:
    assert ask("10.0.0.1", "8.8.8.8", "::1") == ("8.8.8.8",)


def test_a_host_without_public_address_is_refused_with_the_way_out() -> None:
    with pytest.raises(AddressRefused, match=r"news\.example.*127\.0\.0\.1 is a loopback address.*--allow-private"):
        ask("127.0.0.1")


def test_private_addresses_are_asked_when_allowed() -> None:
    assert ask("127.0.0.1", allow_private=True) == ("127.0.0.1",)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1"])
def test_no_way_to_write_the_own_machine_gets_through(host: str) -> None:
    with pytest.raises(AddressRefused):
        find_addresses(host, 80, 5.0, allow_private=False)


def test_a_host_that_cannot_exist_is_an_input_error() -> None:
    with pytest.raises(InputError, match="not known"):
        resolve_host("a" * 70 + ".example", 80, 5)
