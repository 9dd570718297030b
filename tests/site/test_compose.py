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
    assert "ip route add 198.51.100.0/24 via 192.0.2.1;" in started["node1"]
    assert "ip route add 192.0.2.0/24 via 198.51.100.1;" in started["node2"]
    assert "ip route add" not in started["router"]
    order = services["router"]["networks"]
    assert sorted(order, key=lambda name: -order[name]["priority"]) == ["lab-192-0-2", "lab-198-51-100", "outside"]


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
