"""The Compose file of each page: the hosts of its lab, with their addresses, settings and routers."""

import pytest
import yaml

from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.site.compose import compose
from overnet.snippets.walkthrough import Walkthrough, load, load_all
from tests.site.conftest import Built

ALL = load_all()


@pytest.mark.parametrize("there", ALL, ids=lambda there: there.name)
def test_it_has_the_hosts_of_the_page(there: Walkthrough) -> None:
    told = yaml.safe_load(compose(there))
    services = told["services"]
    joined = {
        name: [one["ipv4_address"] for one in service["networks"].values() if "ipv4_address" in one]
        for name, service in services.items()
    }
    assert joined == there.places
    settings = {
        name: yaml.safe_load(told["configs"][service["configs"][0]["source"]]["content"].replace("$$", "$"))
        for name, service in services.items()
        if "configs" in service
    }
    assert settings == there.daemon
    assert {service["image"] for service in services.values()} == {"docker:29-dind"}


def test_where_there_are_networks_a_router_forwards_between_them() -> None:
    services = yaml.safe_load(compose(load("overlay/two-subnets")))["services"]
    assert services["router"]["sysctls"] == {"net.ipv4.ip_forward": "1"}
    started = {name: service["entrypoint"][2] for name, service in services.items()}
    assert "ip route replace default via 192.0.2.1;" in started["node1"]
    assert "ip route replace default via 198.51.100.1;" in started["node2"]
    named = {name: one["interface_name"] for name, one in services["router"]["networks"].items()}
    assert named == {"lab-192-0-2": "eth0", "lab-198-51-100": "eth1", "outside": "eth2"}
    for host in ("node1", "node2"):
        assert len(services[host]["networks"]) == 1
        assert services[host]["depends_on"] == {"router": {"condition": "service_healthy"}}


@pytest.mark.parametrize(
    ("said", "page", "other"),
    [
        ("the page's systemctl works on a machine only.", "network/filter", "network/veth"),
        ("They have neither ufw nor firewalld", "network/firewalls", "network/filter"),
        ("They have no docker-registry", "overlay/images", "overlay/overnet"),
        ("is in /var/lib/docker/containerd/daemon.", "storage/on-disk", "storage/volumes"),
        ("is in /var/lib/docker/containerd/daemon.", "overlay/configs-secrets", "overlay/overnet"),
        (
            "dockerd starts containerd, which has the umask 0 from it since Engine 29",
            "storage/backup",
            "storage/volumes",
        ),
        ("The hosts have a default route", "overlay/swarm-addresses", "overlay/overnet"),
        ("has 8.8.8.8 and 8.8.4.4 instead.", "network/bridge", "network/veth"),
        ("the page's tab Python is not for them.", "network/bridge", "network/veth"),
        ("They need Docker Engine 28.1 and Compose 2.36, or newer.", "overlay/two-subnets", "overlay/overnet"),
        ("A test of this site starts this file", "network/veth", "network/bridge"),
        ("No run of this site has started this file", "network/bridge", "network/veth"),
    ],
)
def test_its_head_says_what_is_otherwise_in_it(said: str, page: str, other: str) -> None:
    assert said in head(page)
    assert said not in head(other)


def test_it_brings_the_programs_that_the_page_types() -> None:
    for page, package in (("network/packet-path", "conntrack-tools"), ("storage/copy-up", "perl")):
        assert f" {package}" in compose(load(page))
        assert f" {package}" not in compose(load("storage/volumes"))


def head(page: str) -> str:
    """The comments that the file of a page begins with, as one line."""
    return " ".join(line.removeprefix("# ") for line in compose(load(page)).split("\n") if line.startswith("#"))


def test_it_is_beside_its_page(site: Built) -> None:
    for there in ALL:
        for folder in ("", "zh/"):
            page = site.folder / folder / there.name
            assert (page / "compose.yaml").read_text() == compose(there)
            assert '<a href="compose.yaml" download' in (page / "index.html").read_text()


@pytest.mark.engine
def test_compose_takes_it(run: Run) -> None:
    with Lab(run.outer, "compose", ["node1"]) as lab:
        for there in ALL:
            command = ["docker", "compose", "-f", "-", "config", "--quiet"]
            assert lab.hosts["node1"].run(command, compose(there).encode()) == (0, b""), there.name
