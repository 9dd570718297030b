"""The fields of a page: which values have one, and what it takes; and the interfaces of hosts."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from overnet.site.macros import BadPage
from overnet.site.samples import INTERFACE, Samples, Value
from overnet.site.your_fields import Field, fields, network_around
from overnet.snippets.snippet import Snippet
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough, load, load_all
from tests.site.small import SNIPPETS, small
from tests.site.test_marks import samples

HOSTS = {"node1": "192.0.2.11", "node2": "192.0.2.12"}
LAN = "192.0.2.0/24"
TOKEN = f"SWMTKN-1-{'a1' * 25}-{'b2' * 12}c"
SHELL_READS = set(" \t\n'\"\\$`;&|<>()[]{}*?!#~,=%^")
TAKES = {
    "IPv4 address": (
        ["10.0.0.5", "255.0.9.10"],
        ["", "10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.5/24", "fe80::1", "a"],
    ),
    "IPv4 network": (["10.0.0.0/8", "10.0.0.0/32"], ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/"]),
    "IPv6 address": (
        ["::1", "fd00::", "2001:db8::1:2", "1:2:3:4:5:6:7:8"],
        ["1::2::3", ":::", ":1", "1:2:3:4:5:6:7", "1:2:3:4::5:6:7:8:9", "fe80::1%eth0", "g::1", "10.0.0.1", ":"],
    ),
    "IPv6 network": (["fd00::/64", "::/0"], ["fd00::", "fd00::/129"]),
    "MAC address": (["02:42:0a:00:01:04"], ["02:42:0a:00:01", "02-42-0a-00-01-04"]),
    "interface": (["ens3", "br-1.50", "wlp2s0"], ["-i", "a" * 16, "e/0", "e 0", "..", "eth0;"]),
    "join token": ([TOKEN], ["-x", "$(reboot)", "a b", "'"]),
}


def found_in(text: str) -> tuple[Samples, list[Field]]:
    """The samples and fields of a page with one transcript."""
    snippet = Snippet("page/all.console", text, tuple(parse(text)))
    samples = Samples()
    samples.add(Walkthrough("page", HOSTS, (), (), 5, {"all.console": snippet}), [snippet.path])
    return samples, fields(samples, "page")


def proven(text: str) -> list[str]:
    return [f"{one.value.host} {one.proven}".strip() for one in found_in(text)[1]]


def test_what_a_command_has_from_an_output_or_from_the_hosts_gets_a_field() -> None:
    text = f"""node1$ docker swarm init --advertise-addr 192.0.2.11
    docker swarm join --token {TOKEN} 192.0.2.11:2377
node2$ docker swarm join --token {TOKEN} 192.0.2.11:2377
node2$ ping -c 1 192.0.2.99; ping -c 1 10.9.9.9; curl 'http://192.0.2.12'
64 bytes from 192.0.2.98: seq=0 time=3.1 ms
"""
    assert proven(text) == ["node1 192.0.2.11", "node2 192.0.2.12", TOKEN, "192.0.2.99"]


def test_without_a_value_to_replace_there_is_no_field() -> None:
    assert proven("node1$ ip route\ndefault via 192.0.2.1 dev eth0\n") == []


@pytest.mark.parametrize(
    ("command", "marked"),
    [
        ("docker network create -d macvlan -o parent=eth0.50 lan", ["eth0"]),
        ("tcpdump -i eth0 'udp port 4789'", ["eth0"]),
        ("iptables -I DOCKER-USER -i eth0 -j DROP", ["eth0"]),
        ("sysctl -qw net.ipv6.conf.eth0.disable_ipv6=0", ["eth0"]),
        ("ip link add shim link eth0 type macvlan", ["eth0"]),
        ("ip link set eth0 up; ip link show veth0; ip link show my-eth0; ip link show eth0-1", ["eth0"]),
        ("docker exec c1 ip link show eth0", []),
        ("docker run --rm alpine cat /sys/class/net/eth0/mtu", []),
        ("ip -n red link set eth0 up", []),
        ("ip netns exec red tcpdump -i eth0", []),
        ("nsenter -t 1 -n ip link show dev eth0", []),
        ("grep 'listening on eth0' log", []),
    ],
)
def test_interfaces_of_a_host_are_those_outside_of_its_containers(command: str, marked: list[str]) -> None:
    samples, found = found_in(f"node1$ {command}\n")
    assert [command[mark.start : mark.end] for mark in samples.own("page/all.console", 1, command)] == marked
    assert [(one.value.host, one.proven) for one in found] == [("node1", "eth0")][: len(marked)]


def test_a_host_s_interface_is_known_in_its_other_commands_and_outputs_only() -> None:
    text = """node1$ tcpdump -i eth0
node1$ grep 'listening on eth0' log
listening on eth0
node1$ docker exec c1 ip route
default dev eth0
node2$ ip route
default dev eth0
"""
    samples, _ = found_in(text)
    lines = {1: "tcpdump -i eth0", 2: "listening on eth0", 4: "default dev eth0", 6: "default dev eth0"}
    assert [bool(samples.own("page/all.console", at, line)) for at, line in lines.items()] == [True, True, False, False]


def test_a_value_of_both_tracks_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "lab.yml").write_text("hosts: {node1: 192.0.2.11}\nminutes: 1\n")
    (folder / "a.console").write_text(f"$ docker swarm init\n{TOKEN}\n$ docker swarm join --token {TOKEN} 192.0.2.11\n")
    (folder / "a.py").write_text(f"#: on node1\nprint(token)\n#> {TOKEN} 192.0.2.11\n")
    there, found = load("page", tmp_path), Samples()
    found.add(there, [snippet.path for snippet in there.snippets.values()])
    assert [(one.proven, len(one.numbers)) for one in fields(found, "page")] == [("192.0.2.11", 2), (TOKEN, 2)]


def test_hosts_have_their_names_on_all_pages_and_what_was_printed_on_one() -> None:
    _, found = found_in(
        "node1$ docker swarm init\n"
        + TOKEN
        + "\nnode1$ docker swarm join --token "
        + TOKEN
        + " 192.0.2.12 192.0.2.0/24\n"
    )
    assert [(one.name, one.once) for one in found] == [
        ("node2 192.0.2.12", False),
        (f"page {TOKEN}", True),
        ("192.0.2.0/24", False),
    ]


@pytest.mark.parametrize("kind", TAKES)
def test_a_field_takes_what_its_kind_allows(kind: str) -> None:

    pattern = Field("", Value(0, kind), (), "", False).pattern
    taken, refused = TAKES[kind]
    assert [text for text in taken if not re.fullmatch(pattern, text)] == []
    assert [text for text in refused if re.fullmatch(pattern, text)] == []
    assert [text for text in taken for sign in SHELL_READS if re.fullmatch(pattern, text + sign)] == []
    assert [text for text in taken for sign in SHELL_READS if re.fullmatch(pattern, sign + text)] == []
    assert not any(re.fullmatch(pattern, f"-{text}") for text in taken)


@pytest.mark.parametrize("walkthrough", load_all(), ids=lambda walkthrough: walkthrough.name)
def test_what_the_pages_have_would_be_taken(walkthrough: Walkthrough) -> None:
    found = fields(samples(walkthrough), walkthrough.name)
    assert [one.proven for one in found if not re.fullmatch(one.pattern, one.proven)] == []
    assert len({one.name for one in found}) == len({one.key for one in found}) == len(found)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["Address of node1 192.0.2.11", "Interface of node1 eth0", "IPv4 network 192.0.2.0/24"]),
        ("zh", ["node1 的地址 192.0.2.11", "node1 的网络接口 eth0", "IPv4 网段 192.0.2.0/24"]),
    ],
)
def test_the_form_stands_below_the_head(tmp_path, monkeypatch, language: str, labels: list[str]) -> None:
    typed = "node1$ ping 192.0.2.11\nnode1$ ip route add 192.0.2.0/24 dev eth0\n"
    monkeypatch.setitem(SNIPPETS, "only.console", typed)
    html = small(tmp_path, monkeypatch, language).html('# A\n\n[[= lab() =]]\n\n[[= step("only") =]]\n')
    form = html.select_one("details.head + details.yours")
    assert [label.get_text() for label in form.select("label")] == labels
    assert [field["id"] for field in form.select("input")] == [label["for"] for label in form.select("label")]
    numbers = [field["data-numbers"] for field in form.select("input")]
    assert [part.get_text() for part in html.select("data") if part["value"] in numbers] == [
        "192.0.2.11",
        "192.0.2.0/24",
    ]
    assert [part.get_text() for part in html.select(f'var[data-value="{numbers[1]}"]')] == ["eth0"]


CREATED = """node1$ docker network create -d macvlan -o parent=eth0 \\
>   --subnet 192.0.2.0/24 --gateway 192.0.2.1 --ip-range 192.0.2.128/26 lan
"""
HEAD = SNIPPETS["lab.yml"]
NAMED = (
    HEAD
    + """values:
  192.0.2.0/24: {en: Subnet of the LAN, zh: 局域网的网段}
  192.0.2.1: {en: Router of the LAN, zh: 局域网的路由器}
  node1 eth0: {en: node1's interface on the LAN, zh: node1 在局域网的网络接口}
"""
)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["node1's interface on the LAN eth0", "Subnet of the LAN 192.0.2.0/24", "Router of the LAN 192.0.2.1"]),
        ("zh", ["node1 在局域网的网络接口 eth0", "局域网的网段 192.0.2.0/24", "局域网的路由器 192.0.2.1"]),
    ],
)
def test_a_field_is_called_what_lab_yml_calls_it(tmp_path, monkeypatch, language: str, labels: list[str]) -> None:
    monkeypatch.setitem(SNIPPETS, "lab.yml", NAMED)
    monkeypatch.setitem(SNIPPETS, "only.console", CREATED)
    html = small(tmp_path, monkeypatch, language).html('# A\n\n[[= lab() =]]\n\n[[= step("only") =]]\n')
    kind = {"en": "IPv4 network", "zh": "IPv4 网段"}[language]
    assert [label.get_text() for label in html.select(".yours label")] == [*labels, f"{kind} 192.0.2.128/26"]


@pytest.mark.parametrize("named", ["eth0", "node2 eth0", "192.0.2.9"])
def test_a_name_of_what_is_no_field_is_a_fault(tmp_path, monkeypatch, named: str) -> None:
    monkeypatch.setitem(SNIPPETS, "lab.yml", f"{HEAD}values: {{{named}: {{en: a, zh: b}}}}\n")
    monkeypatch.setitem(SNIPPETS, "only.console", CREATED)
    told = f"snippets/net/page/lab.yml: 'values' names '{named}', no field of the page; there are: node1 eth0, 192.0.2.0/24"
    with pytest.raises(BadPage, match=f"^{re.escape(told)}"):
        small(tmp_path, monkeypatch).html('# A\n\n[[= lab() =]]\n\n[[= step("only") =]]\n')


def test_a_name_on_a_page_without_fields_is_a_fault(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(SNIPPETS, "lab.yml", HEAD + "values: {192.0.2.9: {en: a, zh: b}}\n")
    with pytest.raises(BadPage, match=r"'values' names '192\.0\.2\.9', no field of the page; there are none"):
        small(tmp_path, monkeypatch).html('# A\n\n[[= lab() =]]\n\n[[= step("only") =]]\n')


def test_the_network_of_a_value_is_the_widest_that_has_it() -> None:
    kinds = {
        "IPv4 network": [LAN, "192.0.2.128/26", "198.51.100.128/25"],
        "IPv4 address": ["192.0.2.1", "192.0.2.150", "198.51.100.9"],
        "IPv6 network": ["fd00::/64"],
        "IPv6 address": ["fd00::1"],
        INTERFACE: ["eth0"],
    }
    found = [Field(proven, Value(0, kind), (), "", False) for kind, group in kinds.items() for proven in group]
    networks = {one.proven: network.proven for one in found if (network := network_around(one, found))}
    assert networks == {"192.0.2.128/26": LAN, "192.0.2.1": LAN, "192.0.2.150": LAN}


def test_a_page_without_such_values_has_no_form(tmp_path, monkeypatch) -> None:
    html = small(tmp_path, monkeypatch).html('# A\n\n[[= lab() =]]\n\n[[= step("only") =]]\n')
    assert isinstance(html, BeautifulSoup) and not html.select(".yours")
