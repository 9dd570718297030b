"""A measured diagram: facts, their drawing, and their words."""

import pytest

from overnet.diagram import mermaid
from overnet.errors import Problem
from overnet.topology import parse, words

NETWORK = """network
node1 network app bridge 172.18.0.0/16 -
swarm network overnet overlay 10.0.1.0/24 4097
node1 container a1 app 172.18.0.2 02:42:ac:12:00:02 veth1a2b3c4 br-1a2b3c4d5e6f
node2 container web.1.x overnet 10.0.1.4 02:42:0a:00:01:04 - -
node1 port a1 8080 80/tcp
swarm service web 2 overnet 10.0.1.2/24
"""


def test_the_words_have_every_fact() -> None:
    assert words(parse(NETWORK), "en") == [
        "Network app (bridge, 172.18.0.0/16): a1 on node1, address 172.18.0.2.",
        "Network overnet (overlay, 10.0.1.0/24), VXLAN network identifier 4097: web.1.x on node2, address 10.0.1.4.",
        "Port 8080 of node1 leads to port 80/tcp of a1.",
        "Service web: 2 replicas on overnet, virtual address 10.0.1.2/24.",
    ]


def test_both_languages_draw_the_same() -> None:
    english, chinese = (
        [line for line in mermaid(parse(NETWORK), language).split("\n") if "acc" not in line]
        for language in ("en", "zh")
    )
    assert english == chinese
    for name in (
        "app<br>bridge 172.18.0.0/16",
        "overnet<br>overlay 10.0.1.0/24<br>VNI 4097",
        "172.18.0.2<br>veth1a2b3c4",
    ):
        assert name in "\n".join(english)


FAULTS = {
    "map\n": "file:1: the first line names the view: network, storage, layers",
    "network\nnode1 network app\n": "file:2: not a fact: HOST network name driver subnet vni",
    "network\nnode1 volume data local\nnode1 island x\n": "file:3: not a fact: HOST island ?",
} | {f"network\n{line}\nnode1 volume data local\n": "file:2: not a fact" for line in ("node1", "", "node1 island")}


@pytest.mark.parametrize("text", FAULTS)
def test_faults(text: str) -> None:
    with pytest.raises(Problem) as found:
        parse(text, "file")
    assert str(found.value).startswith(FAULTS[text])
