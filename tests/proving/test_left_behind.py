"""What a page leaves behind: everything but the images that it needs, and what programs leave by themselves."""

import re

import pytest

from overnet.engines import ENGINES, NEWEST_FIRST
from overnet.proving.left_behind import BY_ENGINE, left_behind

BEFORE = {"network bridge (bridge)": "", "image alpine:latest": "", "volume theirs": "", "swarm": "inactive"}


def added(*things: str) -> list[str]:
    return left_behind(BEFORE, BEFORE | dict.fromkeys(things, ""), ("alpine", "nginx:1.28", "registry/app"))


def test_nothing() -> None:
    assert left_behind(BEFORE, BEFORE, ()) == []


def test_what_is_left_gone_and_changed() -> None:
    before = BEFORE | {"file /etc/hosts": "-rw-r--r-- 0:0 1", "file /srv/file": "-rw-r--r-- 0:0 1"}
    after = before | {"network app (bridge)": "", "swarm": "active", "file /etc/hosts": "-rw-r--r-- 0:0 2"}
    del after["volume theirs"], after["file /srv/file"]
    assert left_behind(before, after, ("alpine",)) == [
        "file /etc/hosts is changed",
        "file /srv/file is gone",
        "network app (bridge) is left",
        "swarm is active, and was inactive",
        "volume theirs is gone",
    ]


def test_images_that_the_page_needs_may_stay() -> None:
    assert (
        added("image nginx:latest", "image nginx:1.28", "image alpine:3@sha256:9d53", "image alpine@sha256:9d53") == []
    )
    assert added("image registry/app:2") == []
    for other in ("nginx2:latest", "sha256:9d53", "app:2", "other/nginx:1.28", "registry:5000/nginx@sha256:9d53"):
        assert added(f"image {other}") == [f"image {other} is left"]


def test_what_belongs_to_another_thing_is_told_with_it() -> None:
    folder = ["file /srv/app", "file /srv/app/a", "file /srv/app/a/b"]
    assert added(*folder, "file /srv/apple") == ["file /srv/app is left", "file /srv/apple is left"]
    bridge = [
        "interface br0",
        "address 10.8.0.1/24 on br0",
        "offload x of br0",
        "route 10.8.0.0/24 dev br0 proto kernel",
    ]
    assert added(*bridge, "firewall rule -A FORWARD -i br0 -j DROP") == ["interface br0 is left"]
    assert added(*bridge[1:]) == [f"{thing} is left" for thing in bridge[1:]]
    assert added("interface gw", "network gw (bridge)") == ["interface gw is left", "network gw (bridge) is left"]
    table = [
        "nftables table inet lab",
        "nftables table inet lab, chain in",
        "nftables table inet lab, chain in: accept",
    ]
    assert added(*table) == ["nftables table inet lab is left"]
    assert added(*table[1:]) == ["nftables table inet lab, chain in is left"]


def test_the_order_of_firewall_rules_counts() -> None:
    rules = ["firewall rule -A FORWARD -j DOCKER-USER", "firewall rule -A FORWARD -j DOCKER-FORWARD", "process dockerd"]
    before, after = dict.fromkeys(rules, ""), dict.fromkeys([rules[1], rules[0], rules[2]], "")
    assert left_behind(before, after, ()) == ["firewall rules are in another order"]
    between = dict.fromkeys([rules[2], rules[0], "firewall rule -A FORWARD -i mine -j DROP", rules[1]], "")
    assert left_behind(before, between, ()) == ["firewall rule -A FORWARD -i mine -j DROP is left"]


def test_sysctls_come_and_go_with_what_they_set() -> None:
    assert added("sysctl net.ipv4.conf.br0.rp_filter") == []
    assert left_behind({"sysctl vm.swappiness": "60"}, {"sysctl vm.swappiness": "9"}, ()) == [
        "sysctl vm.swappiness is 9, and was 60"
    ]


@pytest.mark.parametrize(
    ("others", "pages"),
    [
        ("firewall rule -N DOCKER-INGRESS", "firewall rule -N DOCKER-EGRESS"),
        ("firewall rule -A FORWARD -j DOCKER-INGRESS", "firewall rule -A FORWARD -j DOCKER-USER (2)"),
        ("firewall rule -A DOCKER-INGRESS -j RETURN", "firewall rule -A DOCKER-INGRESS -p tcp --dport 80 -j ACCEPT"),
        ("firewall rule -t nat -A OUTPUT -m addrtype --dst-type LOCAL -j DOCKER-INGRESS", "firewall rule -t nat -N X"),
        ("IPv6 firewall rule -P FORWARD DROP", "IPv6 firewall rule -P INPUT DROP"),
        ("process rpcbind", "process rpc.nfsd 8"),
        ("process nfsdcld", "process nfsdcld --debug"),
        ("mount /proc/fs/nfsd", "mount /srv/shared"),
        ("file /var/lib/nfs/.etab.lock", "file /var/lib/nfs-ganesha"),
        ("file /run/rpcbind.sock", "file /run/rpc.pid"),
        ("file /run/ufw.lock", "file /etc/ufw/before.rules"),
        ("file /var/log/firewalld", "file /etc/firewalld/zones/mine.xml"),
    ],
)
def test_what_programs_leave_by_themselves_is_not_the_pages(others: str, pages: str) -> None:
    assert added(others, pages) == [f"{pages} is left"]


@pytest.mark.parametrize(
    ("what", "pages", "engines"),
    [
        ("file /dev/mapper", "file /dev/mapper2", ["20.10"]),
        (
            "firewall rule -A FORWARD -j DOCKER-USER (2)",
            "firewall rule -A FORWARD -j DOCKER-USER (3)",
            ["20.10", "26.1"],
        ),
    ],
)
def test_what_some_engines_leave_by_themselves_is_the_pages_on_others(
    what: str, pages: str, engines: list[str]
) -> None:
    for engine in ENGINES:
        mine = [] if engine in engines else [f"{what} is left"]
        assert left_behind({}, {what: "", pages: ""}, (), engine) == sorted([*mine, f"{pages} is left"])


def test_what_the_newest_leaves_by_itself_the_engine_of_an_image_may_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_ENGINE, NEWEST_FIRST[0], re.compile("file /run/new is left"))
    assert left_behind({}, {"file /run/new": "", "file /dev/mapper": ""}, (), "docker:dind") == [
        "file /dev/mapper is left"
    ]


def test_an_engine_that_was_restarted_is_no_change() -> None:
    assert left_behind({"file /run/docker.pid": "7"}, {"file /run/docker.pid": "8"}, ()) == []
    assert left_behind({"file /run/mine.pid": "7"}, {"file /run/mine.pid": "8"}, ()) == [
        "file /run/mine.pid is changed"
    ]
    assert left_behind({"file /run/docker.pid": "7"}, {}, ()) == ["file /run/docker.pid is gone"]


@pytest.mark.parametrize(
    ("key", "was", "now", "told"),
    [
        ("net.ipv6.conf.all.forwarding", "0", "1", False),
        ("net.ipv6.conf.all.forwarding", "1", "0", True),
        ("net.ipv4.conf.all.forwarding", "0", "1", True),
        ("net.ipv4.vs.conn_reuse_mode", "1", "0", False),
        ("net.ipv4.vs.conntrack", "0", "1", True),
    ],
)
def test_sysctls_that_docker_sets_and_leaves(key: str, was: str, now: str, told: bool) -> None:
    assert bool(left_behind({f"sysctl {key}": was}, {f"sysctl {key}": now}, ())) == told
