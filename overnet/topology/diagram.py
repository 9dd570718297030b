"""Draws a topology: its facts as the source of a Mermaid diagram."""

import re
from itertools import pairwise

from overnet.counted import counted
from overnet.topology import changes
from overnet.topology.description import addresses, title, traits, words
from overnet.topology.facts import Topology, images, peers, short

DIRECTIONS = {"network": "LR", "storage": "LR", "layers": "TB"}
SHAPES = {
    "network": ("(", ")"),
    "endpoint": ("(", ")"),
    "container": ("[", "]"),
    "port": ("{{", "}}"),
    "service": ("[[", "]]"),
    "volume": ("[(", ")]"),
    "export": ("[(", ")]"),
    "bind": ("[/", "/]"),
    "tmpfs": ("[/", "/]"),
    "writable": ("[", "]"),
    "image": ("[[", "]]"),
    "layer": ("[", "]"),
}
NEW = {"---": "===", "-->": "==>", "-.->": "==>"}
GONE = {"---": "-.-", "-->": "-.->", "-.->": "-.->"}
TASK = re.compile(r"(.+?)(?:\.[0-9a-z]{25})?\.([0-9a-z]{25})")


def mermaid(topology: Topology, language: str, since: Topology | None = None) -> str:
    """The diagram as Mermaid source, with its title and its words for assistive technology; what is new and gone after
    `since` looks so."""
    direction = DIRECTIONS[topology.view]
    head = [
        f"flowchart {direction}",
        f"  accTitle: {title(topology, language)}",
        f"  accDescr: {' '.join(words(topology, language))}",
    ]
    drawing = DRAW[topology.view](topology)
    if since:
        head[2] = " ".join([head[2], *changes.words(since, topology, language)])
        drawing.compare(DRAW[topology.view](since))
    return "\n".join([*head, *drawing.lines(direction)])


class _Drawing:
    """Nodes, by the host they are on ("swarm": on none), and edges; each once."""

    def __init__(self) -> None:
        self.places: dict[str, dict[str, str]] = {}
        self.edges: dict[tuple[str, str, str], None] = {}
        self.classes: dict[str, list[str]] = {"new": [], "gone": []}

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
        self.edges[start, line, end] = None

    def compare(self, earlier: "_Drawing") -> None:
        """Mark as new what `earlier` has not, or has otherwise; add what only `earlier` has, marked as gone."""
        for place, nodes in self.places.items():
            was = earlier.places.get(place, {})
            self.classes["new"] += [identity for identity, node in nodes.items() if was.get(identity) != node]
        for place, nodes in earlier.places.items():
            here = self.places.setdefault(place, {})
            gone = {identity: node for identity, node in nodes.items() if identity not in here}
            self.classes["gone"] += gone
            here |= gone
        edges = self.edges
        self.edges = {}
        for start, line, end in {**edges, **earlier.edges}:
            kind, bar, label = line.partition("|")
            if (start, line, end) not in earlier.edges:
                kind = NEW[kind]
            elif (start, line, end) not in edges:
                kind = GONE[kind]
            self.edge(start, f"{kind}{bar}{label}", end)

    def lines(self, direction: str) -> list[str]:
        lines = []
        for place, nodes in sorted(self.places.items(), reverse=True):  # Mermaid lays the last one out first
            inside = list(nodes.values())
            framed = [
                f'subgraph host_{place}["{place}"]',
                f"  direction {direction}",
                *(f"  {node}" for node in inside),
                "end",
            ]
            lines += [f"  {line}" for line in (inside if place == "swarm" else framed)]
        lines += [f"  {start} {line} {end}" for start, line, end in self.edges]
        return lines + [f"  class {','.join(parts)} {name}" for name, parts in self.classes.items() if parts]


def _network(topology: Topology) -> _Drawing:
    drawing = _Drawing()
    _containers(drawing, topology, _switches(drawing, topology))
    for host, name, outside, inside in topology.of("port") + topology.of("binding"):
        port = drawing.node(host, "port", f"{outside} {inside}", f"port {outside}", f"to {inside}")
        drawing.edge(port, "-->", drawing.container(host, name))
    _services(drawing, topology)
    return drawing


def _switches(drawing: _Drawing, topology: Topology) -> dict[str | tuple[str, str], str]:
    """Draw the networks; returns the id of each one, by its name, and by its host if it is not the swarm's."""
    switches: dict[str | tuple[str, str], str] = {}
    for place, name, driver, subnet, vni in topology.of("network"):
        more = [another for _, another in topology.about("subnet", place, name)]
        more += traits(topology, place, name)
        more += [f"parent {interface}" for _, interface in topology.about("parent", place, name)]
        more += [f"VNI {vni}"] if vni != "-" else []
        for host, known in peers(topology, name).items():
            more.append(f"peers {f'on {host}: ' if host else ''}{', '.join(known)}")
        about = driver if subnet == "-" else f"{driver} {subnet}"
        switches[name if place == "swarm" else (place, name)] = drawing.node(place, "network", name, name, about, *more)
    return switches


def _containers(drawing: _Drawing, topology: Topology, switches: dict[str | tuple[str, str], str]) -> None:
    """Draw the containers, each wired to its networks, or to the container whose network it shares."""
    for host, name, network, _, mac, veth, _bridge in topology.of("container"):
        switch = (
            switches.get((host, network)) or switches.get(network) or drawing.node(host, "network", network, network)
        )
        container = drawing.container(host, name)
        if label := [
            *addresses(topology, host, name, network, "{0}"),
            *([mac if veth == "-" else veth] if mac != "-" else []),
        ]:
            endpoint = drawing.node(host, "endpoint", f"{name} {network}", *label)
            drawing.edge(switch, "---", endpoint)
            drawing.edge(endpoint, "---", container)
        else:
            drawing.edge(switch, "---", container)
    for host, name, other in topology.of("shares"):
        drawing.edge(drawing.container(host, other), '---|"network"|', drawing.container(host, name))
    for host, name in topology.of("alone"):
        drawing.container(host, name)


def _services(drawing: _Drawing, topology: Topology) -> None:
    """Draw the swarm's services, with their ports, and their tasks' containers."""
    for place, service, replicas in topology.of("service"):
        virtual = [f"VIP {address}" for *_, address in topology.about("virtual", place, service)]
        count = "one on each node" if replicas == "global" else counted(int(replicas), "replica")
        head = drawing.node(place, "service", service, service, count, *virtual)
        for _, outside, inside in topology.about("mesh", place, service):
            port = drawing.node(
                place, "port", f"{outside} {inside}", f"port {outside}", "of every node", f"to {inside}"
            )
            drawing.edge(port, "-->", head)
        for host, name, *_ in topology.of("container"):
            if name.startswith(f"{service}."):
                drawing.edge(head, "-.->", drawing.container(host, name))


def _storage(topology: Topology) -> _Drawing:
    drawing = _Drawing()
    for host, name, driver in topology.of("volume"):
        volume = drawing.node(host, "volume", name, f"volume {name}", driver)
        for _, export in topology.about("export", host, name):
            drawing.edge(drawing.node("swarm", "export", export, export), '---|"NFS"|', volume)
    for host, name, kind, source, target, mode in topology.of("mount"):
        identity = f"{name} {target}" if kind == "tmpfs" else source  # no two containers share one
        label = [f"volume {source}", "local"] if kind == "volume" else [kind, source]
        place = drawing.node(host, kind, identity, *label)
        more = [how for _, where, how in topology.about("propagation", host, name) if where == target]
        drawing.edge(place, f'---|"{" ".join([target, mode, *more])}"|', drawing.container(host, name))
    return drawing


def _layers(topology: Topology) -> _Drawing:
    drawing = _Drawing()
    for host, name, image in topology.of("writable"):
        tag = image if ":" in image else f"{image}:latest"
        drawing.edge(
            drawing.node(host, "writable", name, name, "writable layer"), "-->", drawing.node(host, "image", tag, tag)
        )
    for host, tag, digests in images(topology):
        below = [drawing.node(host, "layer", digest, f"layer {short(digest)}") for digest in digests]
        for above, under in pairwise([drawing.node(host, "image", tag, tag), *below[::-1]]):
            drawing.edge(above, "-->", under)
    return drawing


DRAW = {"network": _network, "storage": _storage, "layers": _layers}
