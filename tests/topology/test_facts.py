"""A measured diagram: facts, their drawing, and their words."""

import pytest

from overnet.errors import Problem
from overnet.topology.description import words
from overnet.topology.diagram import mermaid
from overnet.topology.facts import parse

NETWORK = """network
node1 network app bridge 172.18.0.0/16 -
swarm network overnet overlay 10.0.1.0/24 4097
node1 container a1 app 172.18.0.2 02:42:ac:12:00:02 veth1a2b3c4 br-1a2b3c4d5e6f
node2 container web.1.x overnet 10.0.1.4 02:42:0a:00:01:04 - -
node1 peers overnet node1,node2
node2 peers overnet node1,node2
node1 port a1 8080 80/tcp
swarm service web 2
swarm virtual web overnet 10.0.1.2/24
swarm mesh web 8081 80/tcp
swarm service agent global
"""


def test_the_words_have_every_fact() -> None:
    assert words(parse(NETWORK), "en") == [
        "Network app (bridge, 172.18.0.0/16): a1 on node1, address 172.18.0.2.",
        "Network overnet (overlay, 10.0.1.0/24, VXLAN network identifier 4097): web.1.x on node2, address 10.0.1.4.",
        "Peers of overnet: node1, node2.",
        "Port 8080 of node1 leads to port 80/tcp of a1.",
        "Service web: 2 replicas, virtual address 10.0.1.2/24 on overnet.",
        "Service agent: one on each node.",
        "Port 8081 of every node leads to port 80/tcp of service web.",
    ]
    assert len(words(parse(NETWORK), "zh")) == 7


def test_one_replica_is_told_in_the_singular() -> None:
    one = parse(NETWORK.replace("swarm service web 2", "swarm service web 1"))
    assert "Service web: 1 replica, virtual address 10.0.1.2/24 on overnet." in words(one, "en")
    assert "<br>1 replica<br>" in mermaid(one, "en")


def test_peers_are_told_host_by_host_only_where_hosts_disagree() -> None:
    apart = parse(NETWORK.replace("node2 peers overnet node1,node2", "node2 peers overnet node2"))
    assert words(apart, "en")[2:4] == [
        "Peers of overnet that node1 knows: node1, node2.",
        "Peers of overnet that node2 knows: node2.",
    ]
    assert "VNI 4097<br>peers on node1: node1, node2<br>peers on node2: node2" in mermaid(apart, "en")
    assert 'VNI 4097<br>peers node1, node2"' in mermaid(parse(NETWORK), "en")


def test_a_port_of_every_node_leads_to_its_service_and_that_to_its_tasks() -> None:
    drawn = mermaid(parse(NETWORK), "en").split("\n")
    assert [line.strip() for line in drawn if "service_swarm_web" in line] == [
        'service_swarm_web[["web<br>2 replicas<br>VIP 10.0.1.2/24"]]:::service',
        "port_swarm_8081_80_tcp --> service_swarm_web",
        "service_swarm_web -.-> container_node2_web_1_x",
    ]
    assert '  port_swarm_8081_80_tcp{{"port 8081<br>of every node<br>to 80/tcp"}}:::port' in drawn


def test_a_task_is_called_by_its_service_and_its_number_if_it_has_one() -> None:
    node, task = "xbjlqpt2ijsivc4hfw01zi16o", "w7sxzqutnkl00o0muk3597zes"
    for name, label in {f"web.3.{task}": "web.3", f"agent.{node}.{task}": "agent"}.items():
        assert f'["{label}<br>{task[:12]}"]' in mermaid(parse(f"network\nnode1 alone {name}"), "en")


def test_both_languages_draw_the_same() -> None:
    english, chinese = (
        [line for line in mermaid(parse(NETWORK), language).split("\n") if "acc" not in line]
        for language in ("en", "zh")
    )
    assert english == chinese
    for name in (
        "app<br>bridge 172.18.0.0/16",
        "overnet<br>overlay 10.0.1.0/24<br>VNI 4097<br>peers node1, node2",
        "172.18.0.2<br>veth1a2b3c4",
    ):
        assert name in "\n".join(english)


ONE_HOST = """network
node1 network none null - -
node1 network dual bridge 172.30.0.0/16 -
node1 subnet dual fd00:1::/64
node1 network inner bridge 172.18.0.0/16 -
node1 internal inner
node1 network mv macvlan 198.51.100.0/24 -
node1 parent mv eth0
swarm network sealed overlay 10.0.2.0/24 4098
swarm encrypted sealed
node1 container n1 none - - - -
node1 container m1 mv 198.51.100.2 fa:5b:9c:e7:8f:99 - -
node1 container d1 dual 172.30.0.2 a2:ad:15:c6:91:88 vethcf0b344 br-d75daf725545
node1 address d1 dual fd00:1::2
node1 alone o1
node1 shares s1 d1
node1 port d1 53 53/udp
node1 binding d1 127.0.0.1:8080 80/tcp
"""


def test_what_a_handbook_on_one_host_has() -> None:
    topology = parse(ONE_HOST)
    assert words(topology, "en") == [
        "Network none (null): n1 on node1.",
        "Network dual (bridge, 172.30.0.0/16, fd00:1::/64): d1 on node1, address 172.30.0.2, address fd00:1::2.",
        "Network inner (bridge, 172.18.0.0/16, internal): no containers.",
        "Network mv (macvlan, 198.51.100.0/24, parent eth0): m1 on node1, address 198.51.100.2.",
        "Network sealed (overlay, 10.0.2.0/24, encrypted, VXLAN network identifier 4098): no containers.",
        "s1 on node1 uses the network of d1.",
        "o1 on node1 is on no network.",
        "Port 53 of node1 leads to port 53/udp of d1.",
        "Port 127.0.0.1:8080 of node1 leads to port 80/tcp of d1.",
    ]
    assert len(words(topology, "zh")) == 9
    drawn = mermaid(topology, "en")
    for label in (
        "none<br>null",
        "dual<br>bridge 172.30.0.0/16<br>fd00:1::/64",
        "172.30.0.2<br>fd00:1::2<br>vethcf0b344",
        "parent eth0",
        "overlay 10.0.2.0/24<br>encrypted<br>VNI 4098",
        "port 127.0.0.1:8080<br>to 80/tcp",
        "container_node1_o1",
    ):
        assert label in drawn


def test_a_topology_may_follow_another() -> None:
    assert parse("network since before\n").since == "before"
    assert parse("network\n").since == ""


def test_a_bind_shows_its_propagation() -> None:
    topology = parse("storage\nnode1 mount b1 bind /srv/x /x ro\nnode1 propagation b1 /x rshared\n")
    assert words(topology, "en") == ["b1 on node1 has bind /srv/x at /x (ro, propagation rshared)."]
    assert '"/x ro rshared"' in mermaid(topology, "en")


def test_hosts_that_mount_one_export_share_it() -> None:
    exports = [f"{host} volume data local\n{host} export data node3:/files\n" for host in ("node1", "node2")]
    topology = parse("storage\n" + "".join(exports))
    assert words(topology, "en")[2:] == [
        f"Volume data on {host} is node3:/files by NFS." for host in ("node1", "node2")
    ]
    drawn = [line.strip() for line in mermaid(topology, "en").split("\n")]
    assert drawn.count('export_swarm_node3__files[("node3:/files")]:::export') == 1
    assert [line for line in drawn if '|"NFS"|' in line] == [
        f'export_swarm_node3__files ---|"NFS"| volume_{host}_data' for host in ("node1", "node2")
    ]


FAULTS = {
    "map\n": "file:1: the first line names the view: network, storage, layers; or it is: VIEW since OTHER",
    "network after before\n": "file:1: the first line names the view",
    "network since\n": "file:1: the first line names the view",
    "network\nnode1 network app\n": "file:2: not a fact: HOST network name driver subnet vni",
    "network\nnode1 volume data local\nnode1 island x\n": "file:3: not a fact: HOST island ?",
} | {f"network\n{line}\nnode1 volume data local\n": "file:2: not a fact" for line in ("node1", "", "node1 island")}


@pytest.mark.parametrize("text", FAULTS)
def test_faults(text: str) -> None:
    with pytest.raises(Problem) as found:
        parse(text, "file")
    assert str(found.value).startswith(FAULTS[text])
