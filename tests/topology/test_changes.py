"""What differs between two topologies, told to readers and to maintainers."""

from overnet.topology.changes import failures, words
from overnet.topology.diagram import mermaid
from overnet.topology.facts import parse

TASK = "web.3.w7sxzqutnkl00o0muk3597zes"
BEFORE = parse(
    f"""network
node1 network app bridge 172.18.0.0/16 -
node1 network bridge bridge 172.17.0.0/16 -
node1 container a1 bridge 172.17.0.2 e6:8e:fc:23:7a:60 vethb0441dc docker0
node2 container {TASK} overnet 10.0.1.4 02:42:0a:00:01:04 - -
swarm network overnet overlay 10.0.1.0/24 4097
node1 peers overnet node1,node2
swarm service web 3
swarm virtual web overnet 10.0.1.2/24
"""
)
AFTER = parse(
    """network
node1 network app bridge 172.18.0.0/16 -
node1 network bridge bridge 172.17.0.0/16 -
node1 container a1 app 172.18.0.5 5e:f3:7a:d0:e5:a5 veth60a24fc br-6c0410858ad4
node1 container a1 bridge 172.17.0.2 e6:8e:fc:23:7a:60 vethb0441dc docker0
swarm network overnet overlay 10.0.1.0/24 4097
node1 peers overnet node1
swarm service web 2
swarm virtual web overnet 10.0.1.2/24
swarm mesh web 8080 80/tcp
"""
)


def test_readers_are_told_in_their_language() -> None:
    assert words(BEFORE, AFTER, "en") == [
        "New: a1 on app (node1); port 8080 of service web (swarm).",
        "Gone: web.3 on overnet (node2).",
        "Changed: peers of network overnet (node1); service web (swarm).",
    ]
    assert words(BEFORE, AFTER, "zh") == [
        "新增：app 上的 a1（node1）；服务 web 的端口 8080（swarm）。",
        "消失：overnet 上的 web.3（node2）。",
        "变化：网络 overnet 的对等节点（node1）；服务 web（swarm）。",
    ]
    assert words(AFTER, AFTER, "en") == []


def test_maintainers_are_told_fact_by_fact() -> None:
    assert failures(BEFORE, AFTER) == [
        "node2 lost web.3 on overnet",
        "node1 has a1 on app, the page has not",
        "the swarm has port 8080 of service web, the page has not",
        "node1: peers of network overnet: hosts is node1, not node1,node2",
        "the swarm: service web: replicas is 2, not 3",
    ]


def test_the_drawing_marks_what_is_new_and_keeps_what_is_gone() -> None:
    drawn = mermaid(AFTER, "en", BEFORE)
    new, gone = (next(line for line in drawn.split("\n") if line.endswith(f" {name}")) for name in ("new", "gone"))
    assert "endpoint_node1_a1_app" in new and "service_swarm_web" in new
    assert "container_node1_a1" not in new, "it was there before"
    assert "container_node2_web_3" in gone and "web.3<br>w7sxzqutnkl0" in drawn
    assert drawn.count(" === ") == 2 and drawn.count(" ==> ") == 1 and drawn.count(" -.- ") == 2
    assert mermaid(AFTER, "en", AFTER) == mermaid(AFTER, "en")
