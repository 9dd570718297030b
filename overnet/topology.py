"""A measured diagram: facts that the hosts' Engines reported, drawn as Mermaid and told in words.

A topology snippet (`NAME.topology`) holds the view on its first line and one fact a line after it, as `survey` prints
them. It is proven like an output whose lines may come in any order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from overnet.errors import Problem

VIEWS = ("network", "storage", "layers")
FACTS = {
    "network": ("name", "driver", "subnet", "vni"),
    "container": ("name", "network", "address", "mac", "veth", "bridge"),
    "port": ("container", "on the host", "in the container"),
    "service": ("name", "replicas", "network", "virtual address"),
    "volume": ("name", "driver"),
    "mount": ("container", "type", "source", "target", "mode"),
    "layer": ("image", "number", "digest"),
    "writable": ("container", "image"),
}
WORDS = {
    "en": {
        "network": "Network {0} ({1}, {2}){3}: {4}.",
        "vni": ", VXLAN network identifier {0}",
        "nobody": "no containers",
        "container": "{0} on {1}, address {2}",
        "port": "Port {1} of {0} leads to port {2} of {3}.",
        "service": "Service {0}: {1} replicas on {2}, virtual address {3}.",
        "volume": "Volume {1} on {0} ({2}).",
        "mount": "{0} on {1} has {2} {3} at {4} ({5}).",
        "layers": "Image {0} has the layers, from the bottom: {1}.",
        "writable": "Container {0} adds a writable layer to image {1}.",
        "and": ", ",
    },
    "zh": {
        "network": "网络 {0}（{1}，{2}）{3}：{4}。",
        "vni": "，VXLAN 网络标识 {0}",
        "nobody": "没有容器",
        "container": "{1} 上的 {0}，地址 {2}",
        "port": "{0} 的端口 {1} 通往容器 {3} 的端口 {2}。",
        "service": "服务 {0}：{1} 个副本，在 {2} 上，虚拟地址 {3}。",
        "volume": "{0} 上的数据卷 {1}（{2}）。",
        "mount": "{1} 上的 {0} 在 {4} 处挂载了 {2} {3}（{5}）。",
        "layers": "镜像 {0} 的层，自下而上：{1}。",
        "writable": "容器 {0} 在镜像 {1} 之上加了一个可写层。",
        "and": "、",
    },
}


@dataclass(frozen=True)
class Topology:
    """The facts of one diagram, as (place, kind, *details); `hosts` in the page's order."""

    view: str
    facts: tuple[tuple[str, ...], ...]

    def of(self, kind: str) -> list[tuple[str, ...]]:
        """The facts of one kind, without the kind: (place, *details)."""
        return [(place, *details) for place, found, *details in self.facts if found == kind]

    @property
    def hosts(self) -> list[str]:
        return sorted({place for place, *_ in self.facts} - {"swarm"})


def parse(text: str, where: str = "topology") -> Topology:
    """A topology snippet's text. Raises Problem for an unknown view, and for a line that is no fact."""
    view, *lines = text.rstrip("\n").split("\n")
    if view not in VIEWS:
        raise Problem(f"{where}:1: the first line names the view: {', '.join(VIEWS)}")
    facts = tuple(tuple(line.split()) for line in lines)
    for number, (_place, kind, *details) in enumerate(facts, 2):
        if len(details) != len(FACTS.get(kind, ())):
            raise Problem(f"{where}:{number}: not a fact: HOST {kind} {' '.join(FACTS.get(kind, ['?']))}")
    return Topology(view, facts)


def mermaid(topology: Topology, language: str) -> str:
    """The diagram as Mermaid source, with its words as the description for assistive technology."""
    draw = {"network": _network, "storage": _storage, "layers": _layers}[topology.view]
    return "\n".join(["flowchart LR", f"  accDescr: {' '.join(words(topology, language))}", *draw(topology)])


def words(topology: Topology, language: str) -> list[str]:
    """The diagram in sentences of `language` ("en" or "zh"), good enough to replace it."""
    say = WORDS[language]
    told = []
    for _place, name, driver, subnet, vni in topology.of("network"):
        on = [
            say["container"].format(who, host, address)
            for host, who, where, address, *_ in topology.of("container")
            if where == name
        ]
        more = say["vni"].format(vni) if vni != "-" else ""
        told.append(say["network"].format(name, driver, subnet, more, say["and"].join(on) or say["nobody"]))
    told += [say["port"].format(host, outside, inside, who) for host, who, outside, inside in topology.of("port")]
    told += [say["service"].format(*service) for _, *service in topology.of("service")]
    told += [say["volume"].format(*volume) for volume in topology.of("volume")]
    told += [say["mount"].format(who, host, *rest) for host, who, *rest in topology.of("mount")]
    for image in _images(topology):
        digests = [_short(digest) for _, tag, _, digest in topology.of("layer") if tag == image]
        told.append(say["layers"].format(image, say["and"].join(digests)))
    told += [say["writable"].format(who, image) for _, who, image in topology.of("writable")]
    return told


def _network(topology: Topology) -> list[str]:
    lines = []
    shared = [network for network in topology.of("network") if network[0] == "swarm"]
    for host in topology.hosts:
        inside = [
            _node("network", host, name, f"{name}<br>{driver} {subnet}", "([", "])")
            for place, name, driver, subnet, _ in topology.of("network")
            if place == host
        ]
        inside += [
            _node("container", host, name, name, "[", "]")
            for name in _unique(name for place, name, *_ in topology.of("container") if place == host)
        ]
        inside += [
            _node("port", host, outside, f"port {outside}", "{{", "}}")
            for place, _, outside, _ in topology.of("port")
            if place == host
        ]
        lines += _host(host, inside)
    lines += [
        _node(
            "network",
            "swarm",
            name,
            f"{name}<br>{driver} {subnet}" + (f"<br>VNI {vni}" if vni != "-" else ""),
            "([",
            "])",
        )
        for _, name, driver, subnet, vni in shared
    ]
    lines += [
        _node("service", "swarm", name, f"{name}<br>{replicas} replicas<br>VIP {address}", "[[", "]]")
        for _, name, replicas, _, address in topology.of("service")
    ]
    for host, name, network, address, mac, veth, _bridge in topology.of("container"):
        place = "swarm" if network in [name for _, name, *_ in shared] else host
        label = f"{address}<br>{mac if veth == '-' else veth}"
        lines.append(f'  {_id("network", place, network)} ---|"{label}"| {_id("container", host, name)}')
    lines += [
        f'  {_id("port", host, outside)} -->|"{inside}"| {_id("container", host, name)}'
        for host, name, outside, inside in topology.of("port")
    ]
    for _, service, *_ in topology.of("service"):
        lines += [
            f"  {_id('service', 'swarm', service)} -.-> {_id('container', host, name)}"
            for host, name, *_ in topology.of("container")
            if name.startswith(f"{service}.")
        ]
    return lines


def _storage(topology: Topology) -> list[str]:
    lines = []
    for host in topology.hosts:
        inside = [
            _node("source", host, f"volume {name}", f"volume {name}<br>{driver}", "[(", ")]")
            for place, name, driver in topology.of("volume")
            if place == host
        ]
        others = _unique(
            (kind, source) for place, _, kind, source, *_ in topology.of("mount") if place == host and kind != "volume"
        )
        inside += [
            _node("source", host, f"{kind} {source}", f"{kind}<br>{source}", "[/", "/]") for kind, source in others
        ]
        inside += [
            _node("container", host, name, name, "[", "]")
            for name in _unique(name for place, name, *_ in topology.of("mount") if place == host)
        ]
        lines += _host(host, inside)
    lines += [
        f'  {_id("source", host, f"{kind} {source}")} ---|"{target} {mode}"| {_id("container", host, name)}'
        for host, name, kind, source, target, mode in topology.of("mount")
    ]
    return lines


def _layers(topology: Topology) -> list[str]:
    lines = []
    for host in topology.hosts:
        inside = [
            _node("writable", host, name, f"{name}<br>writable layer", "[", "]")
            for place, name, _ in topology.of("writable")
            if place == host
        ]
        inside += [_node("image", host, image, image, "[[", "]]") for image in _images(topology)]
        inside += [
            _node("layer", host, digest, f"layer {_short(digest)}", "[", "]")
            for digest in _unique(digest for place, _, _, digest in topology.of("layer") if place == host)
        ]
        lines += _host(host, inside)
    for host, name, image in topology.of("writable"):
        lines.append(f"  {_id('writable', host, name)} --> {_id('image', host, image)}")
    for image in _images(topology):
        stack = [(host, digest) for host, tag, _, digest in topology.of("layer") if tag == image][::-1]
        ends = [_id("image", stack[0][0], image), *(_id("layer", host, digest) for host, digest in stack)]
        lines += [
            f"  {above} --> {below}" for above, below in pairwise(ends) if f"  {above} --> {below}" not in lines
        ]
    return lines


def _host(host: str, inside: list[str]) -> list[str]:
    return [f'  subgraph {_id("host", host)}["{host}"]', *(f"  {line}" for line in inside), "  end"]


def _node(kind: str, place: str, name: str, label: str, left: str, right: str) -> str:
    return f'  {_id(kind, place, name)}{left}"{label}"{right}:::{kind}'


def _id(*words: str) -> str:
    return re.sub(r"\W", "_", "_".join(words))


def _images(topology: Topology) -> list[str]:
    return _unique(tag for _, tag, *_ in topology.of("layer"))


def _short(digest: str) -> str:
    return digest.removeprefix("sha256:")[:12]


def _unique(values: Iterable) -> list:
    return list(dict.fromkeys(values))
