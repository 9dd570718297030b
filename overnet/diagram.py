"""Draws a topology: its facts as the source of a Mermaid diagram."""

import re
from itertools import pairwise

from overnet.topology import WORDS, Topology, images, short, words

DIRECTIONS = {"network": "LR", "storage": "LR", "layers": "TB"}
SHAPES = {
    "network": ("(", ")"),
    "endpoint": ("(", ")"),
    "container": ("[", "]"),
    "port": ("{{", "}}"),
    "service": ("[[", "]]"),
    "volume": ("[(", ")]"),
    "bind": ("[/", "/]"),
    "tmpfs": ("[/", "/]"),
    "writable": ("[", "]"),
    "image": ("[[", "]]"),
    "layer": ("[", "]"),
}
TASK = re.compile(r"(.+)\.([0-9a-z]{25})")


def mermaid(topology: Topology, language: str) -> str:
    """The diagram as Mermaid source, with its title and its words for assistive technology."""
    direction = DIRECTIONS[topology.view]
    head = [
        f"flowchart {direction}",
        f"  accTitle: {WORDS[language][f'title {topology.view}']}",
        f"  accDescr: {' '.join(words(topology, language))}",
    ]
    return "\n".join([*head, *DRAW[topology.view](topology).lines(direction)])


class _Drawing:
    """Nodes, by the host they are on ("swarm": on none), and edges; each once."""

    def __init__(self) -> None:
        self.places: dict[str, dict[str, str]] = {}
        self.edges: dict[str, None] = {}

    def node(self, place: str, kind: str, name: str, *label: str) -> str:
        """Add a node whose label has the given lines; returns its id."""
        identity = re.sub(r"\W", "_", f"{kind}_{place}_{name}")
        left, right = SHAPES[kind]
        self.places.setdefault(place, {})[identity] = f'{identity}{left}"{"<br>".join(label)}"{right}:::{kind}'
        return identity

    def container(self, host: str, name: str) -> str:
        """Add a container; a task's label has the task's id, shortened, on a line of its own."""
        task = TASK.fullmatch(name)
        return self.node(host, "container", name, *((task[1], task[2][:12]) if task else (name,)))

    def edge(self, start: str, line: str, end: str) -> None:
        self.edges[f"  {start} {line} {end}"] = None

    def lines(self, direction: str) -> list[str]:
        lines = []
        for place, nodes in sorted(self.places.items()):
            inside = list(nodes.values())
            framed = [
                f'subgraph host_{place}["{place}"]',
                f"  direction {direction}",
                *(f"  {node}" for node in inside),
                "end",
            ]
            lines += [f"  {line}" for line in (inside if place == "swarm" else framed)]
        return lines + list(self.edges)


def _network(topology: Topology) -> _Drawing:
    drawing = _Drawing()
    switches = {}
    for place, name, driver, subnet, vni in topology.of("network"):
        more = [f"VNI {vni}"] if vni != "-" else []
        switches[name if place == "swarm" else (place, name)] = drawing.node(
            place, "network", name, name, f"{driver} {subnet}", *more
        )
    for host, name, network, address, mac, veth, _bridge in topology.of("container"):
        switch = switches.get((host, network)) or switches[network]
        endpoint = drawing.node(host, "endpoint", f"{name} {network}", address, mac if veth == "-" else veth)
        drawing.edge(switch, "---", endpoint)
        drawing.edge(endpoint, "---", drawing.container(host, name))
    for host, name, outside, inside in topology.of("port"):
        port = drawing.node(host, "port", outside, f"port {outside}", f"to {inside}")
        drawing.edge(port, "-->", drawing.container(host, name))
    for _, service, replicas, _, address in topology.of("service"):
        head = drawing.node("swarm", "service", service, service, f"{replicas} replicas", f"VIP {address}")
        for host, name, *_ in topology.of("container"):
            if name.startswith(f"{service}."):
                drawing.edge(head, "-.->", drawing.container(host, name))
    return drawing


def _storage(topology: Topology) -> _Drawing:
    drawing = _Drawing()
    for host, name, driver in topology.of("volume"):
        drawing.node(host, "volume", name, f"volume {name}", driver)
    for host, name, kind, source, target, mode in topology.of("mount"):
        place = drawing.node(
            host, kind, source, *([f"volume {source}", "local"] if kind == "volume" else [kind, source])
        )
        drawing.edge(place, f'---|"{target} {mode}"|', drawing.container(host, name))
    return drawing


def _layers(topology: Topology) -> _Drawing:
    drawing = _Drawing()
    for host, name, image in topology.of("writable"):
        drawing.edge(
            drawing.node(host, "writable", name, name, "writable layer"),
            "-->",
            drawing.node(host, "image", image, image),
        )
    for image in images(topology):
        stack = [(host, digest) for host, tag, _, digest in topology.of("layer") if tag == image]
        below = [drawing.node(host, "layer", digest, f"layer {short(digest)}") for host, digest in stack]
        for above, under in pairwise([drawing.node(stack[0][0], "image", image, image), *below[::-1]]):
            drawing.edge(above, "-->", under)
    return drawing


DRAW = {"network": _network, "storage": _storage, "layers": _layers}
