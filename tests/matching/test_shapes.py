"""Each shape is found in a line that an engine prints, and not in one that looks alike."""

import pytest

from overnet.matching.shapes import SHAPES, key, tokens

HEX = "f2ec6edab2adfae4bfa76be370eac2031d32603c9088729456b8ba4b3b8173a3"
SWARM = "doajlcsbdoehqr06ez1ob77q2"
TOKEN = f"SWMTKN-1-6434b9lli0d0bqjtp4cffx57y5g91779338nyk9xae288h1hsm-{SWARM}"
FOUND = [
    ("date", "2026-11-24 09:12:01.5 +0000 UTC", "created 2026-11-24 09:12:01.5 +0000 UTC by"),
    ("date", "2026-11-24T09:12:01Z", '"Created": "2026-11-24T09:12:01Z"'),
    ("date of a file", "Nov 24 09:12", "-rw-r--r-- 1 root root 7 Nov 24 09:12 today"),
    ("date of a file", "Nov  4  2025", "drwxr-xr-x 1 root root 7 Nov  4  2025 old"),
    ("clock", "08:49:37.638138", "08:49:37.638138 IP 192.0.2.11"),
    ("age", "About an hour", "Up About an hour"),
    ("age", "2 seconds", "Exited (0) 2 seconds ago"),
    ("latency", "0.250 ms", "64 bytes from 10.0.1.7: seq=0 ttl=64 time=0.250 ms"),
    ("latency", "0.1/0.2/0.3 ms", "round-trip min/avg/max = 0.1/0.2/0.3 ms"),
    ("latency", "2005 milliseconds", "curl: (28) Connection timed out after 2005 milliseconds"),
    ("size", "8.32MB", "alpine latest f2ec6edab2ad 8.32MB"),
    ("join token", TOKEN, f"docker swarm join --token {TOKEN} 192.0.2.11:2377"),
    ("digest", f"sha256:{HEX}", f"Deleted: sha256:{HEX}"),
    ("long id", HEX, HEX),
    ("long id", HEX, f"upperdir=/var/lib/docker/overlay2/{HEX}/diff"),
    ("short id", HEX[:12], f"{HEX[:12]}   bridge    bridge    local"),
    ("swarm id", SWARM, f"current node ({SWARM}) is now a manager."),
    ("swarm id", "kusrtvmadebldezlemwrwzjho", "kusrtvmadebldezlemwrwzjho"),
    ("short swarm id", "jdhafgspv42q", "jdhafgspv42q   ingress   overlay   swarm"),
    ("task slot", "2", f"myservice.2.{SWARM} 10.0.1.3/24"),
    ("network namespace", "doajlcsbdo", "1-doajlcsbdo (id: 3)"),
    ("vxlan device", "doajl", "vx-001001-doajl"),
    ("layer link", "KVCOOMSHZ3HWYEHUFVEEKMD6RJ", "lowerdir=/var/lib/docker/overlay2/l/KVCOOMSHZ3HWYEHUFVEEKMD6RJ:"),
    ("MAC address", "02:42:0a:00:01:03", "link/ether 02:42:0a:00:01:03 brd"),
    ("IPv4 address", "172.18.0.3", "inet 172.18.0.3/16 scope global"),
    ("IPv6 address", "fe80::42:aff:fe00:103", "inet6 fe80::42:aff:fe00:103/64 scope link"),
    ("IPv6 address", "2001:db8:0:0:0:0:0:1", "2001:db8:0:0:0:0:0:1"),
    ("port", "43937", "IP 192.0.2.11.43937 > 192.0.2.12.4789: VXLAN"),
    ("port", "32768", "0.0.0.0:32768->80/tcp"),
    ("veth device", "veth1a2b3c4", "veth1a2b3c4@if5: <BROADCAST>"),
    ("interface index", "5", "link/ether eth0@if5 "),
    ("interface index", "12", "12: eth0: <BROADCAST>"),
    ("process id", "4711", 'users:(("dockerd",pid=4711,fd=3))'),
    ("sequence number", "1", "id 25, seq 1, length 64"),
    ("packet id", "32552", "(tos 0x0, ttl 63, id 32552, offset 0, flags [none]"),
    ("ping id", "25", "ICMP echo request, id 25, seq 1"),
]
NOT_FOUND = [
    ("date", "2026-11-24"),
    ("date of a file", "Nov 24"),
    ("clock", "02:42:0a:00:01:03 and 1:02:03:04"),
    ("age", "1d and 3 secondsx"),
    ("latency", "ttl=64 and 3 msx"),
    ("size", "0B and 64 bytes and 64.0M"),
    ("join token", "SWMTKN-1-short"),
    ("digest", "sha256:f2ec6e"),
    ("long id", HEX[:63]),
    ("short id", "docker network rm"),
    ("swarm id", "a" * 24),
    ("short swarm id", "attachable12x and containerized and networksbook"),
    ("task slot", "version 2. and web.conf"),
    ("network namespace", "1-short"),
    ("vxlan device", "vx-1-doajl"),
    ("layer link", "OVERLAY"),
    ("MAC address", "02:42:0a:00:01"),
    ("IPv4 address", "127.0.0.11 and 0.0.0.0 and 255.255.255.0 and 28.5.2"),
    ("IPv6 address", "[::]:8080 and 12:34 and std::string"),
    ("port", "0.0.0.0:8080->80/tcp and UDP 4789 and 192.0.2.11:2377"),
    ("veth device", "veth and veth0"),
    ("interface index", "line 5: no and chapter 5: eth0: x"),
    ("process id", "pid 4711"),
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


def test_each_shape_has_an_example_of_both() -> None:
    kinds = {shape.kind for shape in SHAPES}
    assert {kind for kind, _, _ in FOUND} == {kind for kind, _ in NOT_FOUND} == kinds


@pytest.mark.parametrize("port", [32768, 59999, 60000, 60999])
def test_a_port_of_the_kernels_choice(port: int) -> None:
    """The range is net.ipv4.ip_local_port_range's: https://docs.kernel.org/networking/ip-sysctl.html"""
    assert found(f"192.0.2.11:{port} > 192.0.2.12:80") == [
        ("IPv4 address", "192.0.2.11"),
        ("port", str(port)),
        ("IPv4 address", "192.0.2.12"),
    ]


def test_a_typed_value_is_no_sample() -> None:
    assert found("172.18.0.3 172.18.0.4", exact={"172.18.0.3"}) == [("IPv4 address", "172.18.0.4")]


def test_a_word_is_an_id_only_if_the_page_had_it_before() -> None:
    known = {("swarm id", "doajlcsbdoeh")}
    assert found("doajlcsbdoeh") == []
    assert found("doajlcsbdoeh", known=known) == [("short swarm id", "doajlcsbdoeh")]


def test_long_and_short_forms_have_one_key() -> None:
    assert key(HEX, "hex id") == key(HEX[:12], "hex id") == key(f"sha256:{HEX}", "hex id")
    assert key(SWARM, "swarm id") == key(SWARM[:12], "swarm id")
    assert key("172.18.0.3", "IPv4 address") == "172.18.0.3"
