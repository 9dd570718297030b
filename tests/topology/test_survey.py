"""What a survey of a swarm's hosts says: of overlay networks, their peers, and the ports of services."""

import re

from overnet.labs.host import Host
from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.snippets.command import Command
from overnet.snippets.directives import Expectation
from overnet.snippets.snippet import Snippet
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.executor import Executor

SAMPLES = {"node1": "192.0.2.11", "node2": "192.0.2.12"}
SETUP = """
docker network create --driver overlay net
docker network create --driver overlay --opt encrypted empty
docker service create --mode global --network net --publish 8080:80 --name mesh alpine sleep 1d
docker service create --mode global --network net --publish mode=host,published=9090,target=90 --name each alpine sleep 1d
docker service create --replicas 1 --publish 8053:53/udp --name bare alpine sleep 1d
"""
FACTS = """
node1 peers ingress node1,node2
node1 peers net node1,node2
node1 port each.NODE.TASK 9090 90/tcp
node2 peers ingress node1,node2
node2 peers net node1,node2
node2 port each.NODE.TASK 9090 90/tcp
swarm encrypted empty
swarm mesh bare 8053 53/udp
swarm mesh mesh 8080 80/tcp
swarm network empty overlay 10.0.2.0/24 4098
swarm network ingress overlay 10.0.0.0/24 4096
swarm network net overlay 10.0.1.0/24 4097
swarm service bare 1
swarm service each global
swarm service mesh global
"""


def sh(host: Host, command: str) -> str:
    code, output = host.run(["sh", "-ec", command + " 2>&1"])
    assert code == 0, output.decode()
    return output.decode().strip()


def survey(lab: Lab, view: str) -> list[str]:
    """The facts of a view, as a page would show them."""
    command = Command("", view, line=1, expects=Expectation(any_order=True))
    page = Walkthrough("page", SAMPLES, (), (), 5, {})
    snippet = Snippet("page/all.topology", f"{view}\n", (command,))
    return Executor(page, [], lab.hosts, recording=True).perform(snippet, command).output


def test_a_volume_on_nfs(run: Run) -> None:
    with Lab(run.outer, "survey", list(SAMPLES)) as lab:
        one, two = lab.hosts.values()
        sh(one, f"docker volume create -o type=nfs -o o=addr={two.address},rw -o device=:/files data")
        assert survey(lab, "storage") == ["node1 export data node2:/files", "node1 volume data local"]


def test_peers_and_ports_of_services(run: Run) -> None:
    with Lab(run.outer, "survey", list(SAMPLES)) as lab:
        one, two = lab.hosts.values()
        sh(one, "docker swarm init")
        sh(two, f"docker swarm join --token {sh(one, 'docker swarm join-token --quiet worker')} node1:2377")
        for command in SETUP.strip().split("\n"):
            sh(one, command)
        facts = [re.sub(r"each\.\w{25}\.\w{25}", "each.NODE.TASK", fact) for fact in survey(lab, "network")]
    kinds = ("network", "encrypted", "peers", "port", "service", "mesh")
    assert sorted(fact for fact in facts if fact.split()[1] in kinds) == FACTS.split("\n")[1:-1]
    assert {tuple(fact.split()[2:4]) for fact in facts if fact.split()[1] == "virtual"} == {
        ("bare", "ingress"), ("each", "net"), ("mesh", "ingress"), ("mesh", "net")
    }  # fmt: skip


def test_a_service_on_networks_that_each_node_makes_for_itself(run: Run) -> None:
    with Lab(run.outer, "survey", list(SAMPLES)) as lab:
        one, _ = lab.hosts.values()
        sh(one, "docker swarm init")
        sh(one, "docker network create --config-only --subnet 10.9.0.0/24 config")
        sh(one, "docker network create --driver bridge --scope swarm --config-from config each")
        sh(one, "docker service create --network each --name web alpine sleep 1d")
        facts = survey(lab, "network")
    assert [fact for fact in facts if " container " not in fact] == [
        "swarm network each bridge 10.9.0.0/24 -",
        "swarm service web 1",
    ]
