"""An address keeps its network, its kind and its meaning; what the reader typed comes back as it is."""

import pytest

from overnet.matching.binding import Binding
from overnet.matching.conflict import Conflict
from overnet.matching.typed import typed
from tests.matching.single import match_line

HOSTS = {"192.0.2.11": "198.18.0.11", "192.0.2.12": "198.18.0.12"}


def agree(page: str, run: str, binding: Binding) -> bool:
    try:
        return match_line(page, run, binding) is not None
    except Conflict:
        return False


# what: (the reader's commands, page, run that matches, run that does not)
TYPED = {
    "an address": ("docker run --ip 172.28.0.10 x", "172.28.0.10", "172.28.0.10", "172.28.0.99"),
    "a MAC": ("docker run --mac-address 02:00:00:00:00:10 x", "02:00:00:00:00:10", "02:00:00:00:00:10", "02:00:00:00:00:0e"),
    "a MAC in capitals": ("docker run --mac-address 02:42:AC:11:00:99 x", "02:42:ac:11:00:99", "02:42:ac:11:00:99", "02:42:ac:11:00:98"),
    "an IPv6 address": ("docker run --ip6 fd00:28:6::10 x", "fd00:28:6::10", "fd00:28:6::10", "fd00:28:6::11"),
    "an IPv6 address in full": ("docker run --ip6 fd00:28:6:0:0:0:0:10 x", "fd00:28:6::10", "fd00:28:6::10", "fd00:28:6::11"),
    "an IPv6 address in capitals": ("docker run --ip6 FD00:28:6::10 x", "fd00:28:6::10", "fd00:28:6::10", "fd00:28:6::11"),
    "an IPv6 network": ("docker network create --subnet fd00:28:6::/64 x", "fd00:28:6::2", "fd00:28:6::3", "fd99:28:6::2"),
    "a network": ("docker network create --subnet 172.30.0.0/16 x", "172.30.0.0/16", "172.30.0.0/16", "172.31.0.0/16"),
    "a port": ("docker run -p 50000:80 x", "0.0.0.0:50000->80/tcp", "0.0.0.0:50000->80/tcp", "0.0.0.0:50001->80/tcp"),
    "a port in Python": ('run("x", ports={"80/tcp": 50000})', "0.0.0.0:50000", "0.0.0.0:50000", "0.0.0.0:50001"),
    "a size": ("docker run -m 64MiB x", "5MiB / 64MiB", "5.1MiB / 64MiB", "5MiB / 65MiB"),
    "a size in short": ("docker run -m 64m x", "5MiB / 64MiB", "5.1MiB / 64MiB", "5MiB / 70MiB"),
    "a size with its unit": ("docker run -m 64MB x", "5MiB / 64MiB", "5.1MiB / 64MiB", "5MiB / 70MiB"),
    "a size in bytes": ("docker run -m 67108864 x", "5MiB / 64MiB", "5.1MiB / 64MiB", "5MiB / 70MiB"),
    "a time in short": ("docker swarm update --cert-expiry 720h", "720h0m0s", "720h0m0s", "145h0m0s"),
    "a time in several units": ("docker swarm update --cert-expiry 1h30m", "1h30m0s", "1h30m0s", "1h31m0s"),
    "a time in words": ("docker swarm update --dispatcher-heartbeat 10s", "Period: 10 seconds", "Period: 10 seconds", "Period: 11 seconds"),
    "an index": ("ip link add d0 type dummy index 77; ip link", "77: d0: <UP>", "77: d0: <UP>", "78: d0: <UP>"),
    "an index in Python": ('link("add", index=77)', "77: d0: <UP>", "77: d0: <UP>", "78: d0: <UP>"),
    "an id": (f"docker stop {'a1' * 32}", "a1" * 6, "a1" * 6, "b1" * 6),
    "a UUID": ("echo 6ba7b810-9dad-11d1-80b4-00c04fd430c8",) + ("6ba7b810-9dad-11d1-80b4-00c04fd430c8",) * 2 + ("6ba7b810-9dad-11d1-80b4-00c04fd430c9",),
    "a date": ("echo 2026-11-24T09:12:01Z", "2026-11-24T09:12:01Z", "2026-11-24T09:12:01Z", "2025-01-02T00:00:00Z"),
    "a clock": ("echo at 10:11:12", "at 10:11:12", "at 10:11:12", "at 23:59:59"),
    "a sequence number": ("echo 'id 25, seq 1, length 64'", "id 25, seq 1, length 64", "id 25, seq 1, length 64", "id 25, seq 2, length 64"),
}  # fmt: skip


@pytest.mark.parametrize("what", TYPED)
def test_what_the_reader_typed_is_shown_as_itself(what: str) -> None:
    command, page, good, bad = TYPED[what]
    binding = Binding(typed=typed([(command, [])], []))
    assert agree(page, good, binding)
    assert not agree(page, bad, binding)
    assert not agree(bad, page, binding), "a page that shows another one is wrong"


# what: (page, run that matches, run that does not)
ADDRESSES = {
    "the last number": ("172.18.0.3", "172.18.0.5", "172.19.0.3"),
    "a gateway": ("172.18.0.1", "172.18.0.1", "172.18.0.2"),
    "what a line calls a gateway": ("default via 172.18.0.65", "default via 172.18.0.65", "default via 172.18.0.66"),
    "what JSON calls a gateway": ('"Gateway": "172.18.0.65"', '"Gateway": "172.18.0.65"', '"Gateway": "172.18.0.66"'),
    "a network's first address": ("172.18.0.0", "172.18.0.0", "172.18.0.4"),
    "broadcast": ("brd 172.18.255.255", "brd 172.18.255.255", "brd 172.18.255.254"),
    "the resolver": ("nameserver 127.0.0.11", "nameserver 127.0.0.11", "nameserver 172.18.0.3"),
    "any address": ("0.0.0.0:8080", "0.0.0.0:8080", "192.0.2.3:8080"),
    "no MAC": ("00:00:00:00:00:00", "00:00:00:00:00:00", "02:42:ac:11:00:02"),
    "a broadcast MAC": ("ff:ff:ff:ff:ff:ff", "ff:ff:ff:ff:ff:ff", "02:42:ac:11:00:02"),
    "no date": ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2026-11-24T09:12:01Z"),
    "a network of Docker's": ("172.18.0.0/16", "172.18.0.0/16", "172.19.0.0/16"),
    "an automatic IPv6 network": ("fd12:3456:789a::/64", "fdab:cdef:123::/64", "fdab:cdef:123:1::/64"),
    "its addresses": ("fd12:3456:789a::3", "fdab:cdef:123::5", "2001:db8:1::5"),
    "its gateway": ("fd12:3456:789a::1", "fdab:cdef:123::1", "fdab:cdef:123::2"),
    "its prefix length": ("fd12:3456:789a::/64", "fdab:cdef:123::/64", "fdab:cdef:123::/80"),
    "an address counted from zero": ("fd12:3456:789a::3", "fdab:cdef:123::5", "fdab:cdef:123::42:aff:fe00:103"),
    "an address not counted from zero": ("2001:db8:1::42:aff:fe00:103", "2001:db8:1::99:1ff:fe11:205", "2001:db8:2::42:aff:fe00:103"),
    "another IPv6 network": ("2001:db8:1::2/64", "2001:db8:1::3/64", "2001:db8:2::2/64"),
    "link-local": ("fe80::42:aff:fe00:103", "fe80::1c1d:7fff:fe11:2", "fd12:3456:789a::103"),
    "a link-local gateway": ("fe80::1", "fe80::1", "fe80::42:aff:fe00:103"),
    "multicast": ("ff02::1", "ff02::1", "ff02::2"),
    "this machine": ("::1", "::1", "fe80::2"),
    "a host": ("192.0.2.11", "198.18.0.11", "198.18.0.12"),
    "the hosts' network": ("192.0.2.0/24", "198.18.0.0/24", "192.0.2.0/24"),
    "what is on it": ("192.0.2.130", "198.18.0.130", "198.18.0.131"),
    "its gateway, too": ("192.0.2.1", "198.18.0.1", "198.18.0.3"),
}  # fmt: skip


@pytest.mark.parametrize("what", ADDRESSES)
def test_addresses(what: str) -> None:
    page, good, bad = ADDRESSES[what]
    assert agree(page, good, Binding(HOSTS))
    assert not agree(page, bad, Binding(HOSTS))


@pytest.mark.parametrize("what", [what for what in ADDRESSES if "192.0.2" not in "".join(ADDRESSES[what])])
def test_addresses_the_other_way_round(what: str) -> None:
    page, good, bad = ADDRESSES[what]
    assert agree(good, page, Binding(HOSTS))
    assert not agree(bad, page, Binding(HOSTS))


def test_an_automatic_prefix_is_one_on_the_whole_page() -> None:
    binding = match_line("fd12:3456:789a::/64", "fdab:cdef:123::/64", Binding())
    assert agree("fd12:3456:789a::3", "fdab:cdef:123::5", binding)
    assert not agree("fd12:3456:789a::3", "fdff:cdef:123::3", binding)
    assert not agree("fdff:3456:789a::3", "fdab:cdef:123::3", binding)
    assert binding.command("ping fd12:3456:789a::3") == "ping fdab:cdef:123::3"
    assert binding.output("from fdab:cdef:123::7") == "from fd12:3456:789a::7"


def test_an_address_of_a_printed_prefix_is_not_typed() -> None:
    commands = [("docker network inspect x", ["fd12:3456:789a::/64"]), ("ping fd12:3456:789a::3", [])]
    assert typed(commands, []) == frozenset()
    assert typed(commands[1:], []) == {("IPv6 address", "fd12:3456:789a::3")}
