"""A lab whose hosts are in two subnets, with a router between them."""

import json
from collections.abc import Iterator

import pytest

from overnet.labs.host import Host
from overnet.labs.lab import Lab, attach
from overnet.labs.network import SUBNETS
from overnet.labs.outer import LAB_LABEL
from overnet.labs.run import Run
from tests.labs.test_hosts import sh

PLACES = {"node1": ["192.0.2.11"], "node2": ["198.51.100.12"], "router": ["192.0.2.1", "198.51.100.1"]}


@pytest.fixture(scope="module")
def lab(run: Run) -> Iterator[Lab]:
    with Lab(run.outer, "routed", PLACES) as lab:
        yield lab


@pytest.fixture
def hosts(lab: Lab) -> list[Host]:
    return list(lab.hosts.values())


def test_hosts_are_where_the_page_has_them(hosts: list[Host]) -> None:
    one, two, router = hosts
    assert [host.address.rpartition(".")[2] for host in hosts] == ["11", "12", "1"]
    assert one.address.rpartition(".")[0] != two.address.rpartition(".")[0]
    shown = sh(router, "ip -brief -4 address | grep eth").split()
    assert shown[2::3] == [f"{address}/24" for address in router.addresses]


def test_hosts_reach_each_other_through_the_router(hosts: list[Host]) -> None:
    one, two, router = hosts
    for host, other in ((one, two), (two, one)):
        assert "ttl=63" in sh(host, f"ping -c1 -W2 {other.name}")
        assert "ttl=64" in sh(host, f"ping -c1 -W2 {router.name}")
    sh(router, "iptables -A FORWARD -d 198.18.0.0/15 -j DROP")
    assert one.run(["ping", "-c1", "-W1", two.name])[0] == 1
    sh(router, "iptables -F FORWARD")
    sh(one, f"ping -c1 -W1 {two.name}")


def test_a_published_port_answers_in_the_other_subnet(hosts: list[Host]) -> None:
    one, two, _ = hosts
    for host, other in ((one, two), (two, one)):
        sh(host, "docker run --detach --name web --publish 80:80 nginx")
        assert "Welcome to nginx!" in sh(other, f"curl --silent --retry 9 --retry-connrefused http://{host.name}")
        sh(host, "docker rm --force web")


def test_nothing_is_beyond_the_router(hosts: list[Host]) -> None:
    for host in hosts:
        status, output = host.run(["ping", "-c1", "-W1", str(SUBNETS[-2])])
        assert status and b"unreachable" in output.lower()
        assert host.run(["ping", "-c1", "-W1", f"{host.address.rpartition('.')[0]}.254"])[0] == 1


def test_another_process_attaches(lab: Lab) -> None:
    there = attach(json.loads(json.dumps(lab.describe())))
    assert [host.addresses for host in there.values()] == [host.addresses for host in lab.hosts.values()]


def test_nothing_is_left(run: Run) -> None:
    with Lab(run.outer, "routed, and gone", PLACES) as lab:
        wanted = {"label": f"{LAB_LABEL}={lab.describe()['id']}"}
        assert len(run.outer.api.networks(filters=wanted)) == 2
    assert run.outer.api.networks(filters=wanted) == run.outer.api.containers(all=True, filters=wanted) == []
