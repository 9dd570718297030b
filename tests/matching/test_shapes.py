"""Each shape is found in a line that an engine prints, and not in one that looks alike."""

from time import process_time

import pytest

from overnet.matching.addresses import Fixed
from overnet.matching.shapes import ID_PREFIX
from overnet.matching.tokens import tokens
from tests.matching.single import ALL

HEX = "f2ec6edab2adfae4bfa76be370eac2031d32603c9088729456b8ba4b3b8173a3"
SWARM = "doajlcsbdoehqr06ez1ob77q2"
TOKEN = f"SWMTKN-1-6434b9lli0d0bqjtp4cffx57y5g91779338nyk9xae288h1hsm-{SWARM}"
KEY = "SWMKEY-1-8jDgbUNlJtUe5P/lcr9IXGVxqZpZUXPzd+qzcGp4ZYA"
FOUND = [
    ("date", "2026-11-24 09:12:01.5 +0000 UTC", "created 2026-11-24 09:12:01.5 +0000 UTC by"),
    ("date", "2026-11-24T09:12:01Z", '"Created": "2026-11-24T09:12:01Z"'),
    ("date", "2026-11-24T09:12:01+01:00", "at 2026-11-24T09:12:01+01:00"),
    ("date", "2026-11-24T09:12:01", "at 2026-11-24T09:12:01"),
    ("date", "2026-11-24 09:12:01+01:00", "at 2026-11-24 09:12:01+01:00"),
    ("date", "2026-11-24 09:12:01", "at 2026-11-24 09:12:01"),
    ("date", "Nov 24 09:12:01", "Nov 24 09:12:01 node1 dockerd[4711]: done"),
    ("date of a file", "Nov 24 09:12", "-rw-r--r-- 1 root root 7 Nov 24 09:12 today"),
    ("date of a file", "Nov  4  2025", "drwxr-xr-x 1 root root 7 Nov  4  2025 old"),
    ("clock", "08:49:37.638138", "08:49:37.638138 IP 192.0.2.11"),
    ("date", "Tue, 24 Nov 2026 09:12:01 GMT", "Date: Tue, 24 Nov 2026 09:12:01 GMT"),
    ("date", "Tue, 24 Nov 2026 09:12:01 +0100", "Date: Tue, 24 Nov 2026 09:12:01 +0100"),
    ("date", "Tue Nov 24 09:12:01 2026", "Tue Nov 24 09:12:01 2026"),
    ("date", "Tue Nov 24 09:12:01 UTC 2026", "Tue Nov 24 09:12:01 UTC 2026"),
    ("date", "Nov 24 09:12:01 2026 GMT", "notAfter=Nov 24 09:12:01 2026 GMT"),
    ("date", "2026/11/24 09:12:01", "2026/11/24 09:12:01 [notice] 1#1: start worker processes"),
    ("date", "24/Nov/2026:09:12:01 +0000", '172.17.0.1 - - [24/Nov/2026:09:12:01 +0000] "GET / HTTP/1.1" 200 615'),
    ("age", "about a minute", "node1     Running         Running about a minute ago"),
    ("duration", "5 seconds", "Heartbeat Period: 5 seconds"),
    ("duration", "0.3s", " Container shop-web-1  Started  0.3s"),
    ("duration", "1m2s", "real 1m2s"),
    ("percentage", "0.05%", "c1  0.05%  5.2MiB / 64MiB"),
    ("UUID", "6BA7B810-9dad-11d1-80b4-00c04fd430c8", "id 6BA7B810-9dad-11d1-80b4-00c04fd430c8"),
    ("git hash", HEX[:40], f"commit {HEX[:40]}"),
    ("git hash", "1a2b3c4", "[main (root-commit) 1a2b3c4] first"),
    ("age", "About an hour", "Up About an hour"),
    ("age", "2 seconds", "Exited (0) 2 seconds ago"),
    ("latency", "0.250 ms", "64 bytes from 10.0.1.7: seq=0 ttl=64 time=0.250 ms"),
    ("latency", "0.1/0.2/0.3 ms", "round-trip min/avg/max = 0.1/0.2/0.3 ms"),
    ("latency", "2005 milliseconds", "curl: (28) Connection timed out after 2005 milliseconds"),
    ("size", "8.32MB", "alpine latest f2ec6edab2ad 8.32MB"),
    ("join token", TOKEN, f"docker swarm join --token {TOKEN} 192.0.2.11:2377"),
    ("unlock key", KEY, f"    {KEY}"),
    ("digest", f"sha256:{HEX}", f"Deleted: sha256:{HEX}"),
    ("long id", HEX, HEX),
    ("long id", HEX, f"upperdir=/var/lib/docker/overlay2/{HEX}/diff"),
    ("short id", HEX[:12], f"{HEX[:12]}   bridge    bridge    local"),
    ("swarm id", SWARM, f"current node ({SWARM}) is now a manager."),
    ("swarm id", "kusrtvmadebldezlemwrwzjho", "kusrtvmadebldezlemwrwzjho"),
    ("short swarm id", "jdhafgspv42q", "jdhafgspv42q   ingress   overlay   swarm"),
    ("task slot", "2", f"myservice.2.{SWARM} 10.0.1.3/24"),
    ("task slot", "2", f"{SWARM[:12]}   web.2   nginx:1.27   node1"),
    ("task slot", "2", f"{SWARM[:12]}    \\_ web.2   nginx:1.27   node1"),
    ("network namespace", "doajlcsbdo", "1-doajlcsbdo (id: 3)"),
    ("vxlan device", "doajl", "vx-001001-doajl"),
    ("layer link", "KVCOOMSHZ3HWYEHUFVEEKMD6RJ", "lowerdir=/var/lib/docker/overlay2/l/KVCOOMSHZ3HWYEHUFVEEKMD6RJ:"),
    ("MAC address", "02:42:0a:00:01:03", "link/ether 02:42:0a:00:01:03 brd"),
    ("MAC address", "02:42:AC:11:00:02", '"MacAddress": "02:42:AC:11:00:02"'),
    ("IPv4 address", "172.18.0.3", "inet 172.18.0.3/16 scope global"),
    ("IPv4 address", r"172\.18\.0\.3", r"grep '172\.18\.0\.3'"),
    ("IPv4 address", "3.0.18.172", "3.0.18.172.in-addr.arpa"),
    ("IPv4 network", "172.18.0.0/16", "172.18.0.0/16 dev br0"),
    ("IPv6 network", "fd12:3456:789a::/64", "fd12:3456:789a::/64 dev br0"),
    ("IPv6 address", "fe80::42:aff:fe00:103", "inet6 fe80::42:aff:fe00:103/64 scope link"),
    ("IPv6 address", "2001:db8:0:0:0:0:0:1", "2001:db8:0:0:0:0:0:1"),
    ("port", "43937", "IP 192.0.2.11.43937 > 192.0.2.12.4789: VXLAN"),
    ("port", "32768", "0.0.0.0:32768->80/tcp"),
    ("port", "43937", "IP node1.43937 > node2.4789: VXLAN"),
    ("port", "43937", "http://localhost:43937"),
    ("port", "43937", "[::]:43937 and fe80::1.43937"),
    ("port", "32770", "0.0.0.0:32768-32770->80-82/tcp"),
    ("port", "32770", "32768-32770"),
    ("veth device", "veth1a2b3c4", "veth1a2b3c4@if5: <BROADCAST>"),
    ("interface index", "5", "link/ether eth0@if5 "),
    ("interface index", "12", "12: eth0: <BROADCAST>"),
    ("process id", "4711", 'users:(("dockerd",pid=4711,fd=3))'),
    ("process id", "4711", "[1] 4711"),
    ("sequence number", "1", "id 25, seq 1, length 64"),
    ("packet id", "32552", "(tos 0x0, ttl 63, id 32552, offset 0, flags [none]"),
    ("ping id", "25", "ICMP echo request, id 25, seq 1"),
]
NOT_FOUND = [
    ("date", "2026-11-24"),
    ("date", "0001-01-01T00:00:00Z and 1970-01-01T00:00:00Z and Tue, 24 Nov"),
    ("date of a file", "Nov 24"),
    ("clock", "02:42:0a:00:01:03 and 1:02:03:04"),
    ("age", "1d and Up 3 secondsx and 5 seconds"),
    ("duration", "Up 3 seconds and 2 minutes ago and 1d and 5 apples"),
    ("percentage", "0% and 0.00% and 100% and 22%3A"),
    ("UUID", "00000000-0000-0000-0000-000000000000 and 6ba7b810-9dad-11d1"),
    ("git hash", f"Git commit: 1a2b3c4 and {HEX[:39]}"),
    ("latency", "ttl=64 and 3 msx"),
    ("size", "0B and 0.0kB and 64 bytes and 64.0M"),
    ("join token", "SWMTKN-1-short"),
    ("unlock key", "SWMKEY-1-short"),
    ("digest", "sha256:f2ec6e"),
    ("long id", HEX[:63]),
    ("long id", f"{HEX}  /old/today"),
    ("short id", "docker network rm and 107374182400 and deadbeefcafe"),
    ("id prefix", "f2ec and doaj"),
    ("swarm id", "a" * 24),
    ("short swarm id", "attachable12x and containerized and networksbook"),
    ("task slot", "version 2. and libc.so.6 and app.log.1"),
    ("task slot", f"{HEX[:12]}   nginx:1.27   up"),
    ("task slot", f"{SWARM} *   node1   Leader   28.5.2"),
    ("task slot", f"{HEX[:12]} nginx:1.27 and {SWARM} 28.5.2"),
    ("network namespace", "1-short"),
    ("vxlan device", "vx-1-doajl"),
    ("layer link", "OVERLAY"),
    ("MAC address", "02:42:0a:00:01 and 00:00:00:00:00:00 and ff:ff:ff:ff:ff:ff and 02:42:0a:00:01:03:04"),
    ("IPv4 address", "127.0.0.11 and 0.0.0.0 and 255.255.255.0 and 224.0.0.1 and 28.5.2 and 11.0.0.127.in-addr.arpa"),
    ("IPv4 network", "172.18.0.3/16 and 172.18.0.0"),
    ("IPv6 address", "[::]:8080 and 12:34 and std::string and ff02::1"),
    ("IPv6 network", "fd12::1/64 and fd12::"),
    ("port", "0.0.0.0:8080->80/tcp and UDP 4789 and 192.0.2.11:2377 and 32768-60999"),
    ("port", '{"Size":45678} and 0.45678 and 12.45678 and 123.45678'),
    ("veth device", "veth and veth0"),
    ("interface index", "1: lo: and line 5: no and chapter 5: eth0: x"),
    ("process id", "pid 4711 and [1] 4711 "),
    ("process id", "see [1] 4711"),
    ("process id", "[1] 4711 bytes"),
    ("sequence number", "seq=0"),
    ("packet id", "vxlan id 4097 and id 25, seq 1"),
    ("ping id", "id 25"),
]


def found(line: str, **context: object) -> list[tuple[str, str]]:
    return [(token.shape.kind, token.text) for token in tokens(line, **context)]


@pytest.mark.parametrize("kind, value, line", FOUND)
def test_found(kind: str, value: str, line: str) -> None:
    assert (kind, value) in found(line)


@pytest.mark.parametrize("kind, line", NOT_FOUND)
def test_not_found(kind: str, line: str) -> None:
    assert kind not in dict(found(line))


@pytest.mark.parametrize("line", ["8.3M  /data", "load average: 0.52, 0.41, 0.30", "1795511521", "1a2b3c4 first"])
def test_what_has_no_shape_is_exact(line: str) -> None:
    """Authors are told to write otherwise what would print these (CONTRIBUTING.md)."""
    assert found(line) == []


def test_each_shape_has_an_example_of_both() -> None:
    kinds = {shape.kind for shape in ALL}
    assert {kind for kind, _, _ in FOUND} | {"id prefix"} == {kind for kind, _ in NOT_FOUND} == kinds


def test_each_way_of_writing_has_an_example() -> None:
    ways = {token.shape for _, _, line in FOUND for token in tokens(line)}
    assert ways == {*ALL} - {ID_PREFIX}


@pytest.mark.parametrize("port", [32768, 59999, 60000, 60999])
def test_a_port_of_the_kernels_choice(port: int) -> None:
    """The range is net.ipv4.ip_local_port_range's: https://docs.kernel.org/networking/ip-sysctl.html"""
    assert found(f"192.0.2.11:{port} > 192.0.2.12:80") == [
        ("IPv4 address", "192.0.2.11"),
        ("port", str(port)),
        ("IPv4 address", "192.0.2.12"),
    ]


def test_a_typed_value_is_no_sample() -> None:
    exact = Fixed(frozenset([("IPv4 address", "172.18.0.3")]), ())
    assert found("172.18.0.3 172.18.0.4", exact=exact) == [("IPv4 address", "172.18.0.4")]


@pytest.mark.parametrize(
    "word, identity", [("doajlcsbdoeh", "swarm id"), ("107374182400", "hex id"), ("feedfacefeed", "hex id")]
)
def test_a_word_or_a_number_is_an_id_only_if_the_page_had_it_before(word: str, identity: str) -> None:
    assert found(word) == []
    assert [text for _, text in found(word, known={(identity, word)})] == [word]


def test_a_word_that_begins_one_known_id_is_that_id() -> None:
    known = {("hex id", HEX[:12]), ("hex id", "f2ed00000000")}
    [token] = tokens("docker stop f2ec", known=known)
    assert (token.shape, token.text, token.name) == (ID_PREFIX, "f2ec", ("hex id", HEX[:12]))
    assert found("f2e and f2ec6e/x and beef", known=known) == []
    assert found("f2ec", known=known | {("hex id", "f2ec00000000")}) == []


def test_a_checksum_is_no_sample() -> None:
    for line in (f"{HEX}  ./today", f"{HEX} *today", f"{HEX[:40]}  today"):
        assert found(line) == []
    for line in (f"{HEX}  -", f"{HEX}  blobs/sha256/{HEX}", f"{HEX} /data", f"{HEX}   today"):
        assert ("long id", HEX) in found(line)


def test_all_forms_have_one_name() -> None:
    def names(*texts: str) -> set[tuple[str, str]]:
        return {token.name for text in texts for token in tokens(text)}

    assert len(names(HEX, HEX[:12], f"sha256:{HEX}")) == 1
    assert len(names(SWARM, SWARM[:12])) == 1
    assert names("172.18.0.3", r"172\.18\.0\.3", "3.0.18.172.in-addr.arpa") == {("IPv4 address", "172.18.0.3")}
    assert len(names("02:42:AC:11:00:02", "02:42:ac:11:00:02")) == 1
    assert len(names("fd00:28:6::10", "fd00:28:6:0:0:0:0:10")) == 1
    assert len(names("172.18.0.3", "172.18.0.2")) == 2


LONG = {
    "pairs": ":".join(["ab"] * 100_000),
    "digits": "1" * 100_000,
    "groups": "abcd:" * 20_000 + ":",
    "names": "a." * 50_000,
    "latencies": "0.1/" * 25_000,
    "dashes": "12345-" * 20_000,
}


@pytest.mark.parametrize("what", LONG)
def test_a_scan_of_a_long_line_is_short(what: str) -> None:
    """The first takes 0.02 s; what grows with the square of the length takes minutes."""
    started = process_time()
    list(tokens(LONG[what]))
    assert process_time() - started < (0.1 if what == "pairs" else 1)
