"""A measured diagram: facts that the hosts' Engines reported, and the same told in words (diagram draws them).

A topology snippet (`NAME.topology`) holds the view on its first line and one fact a line after it, as `survey` prints
them. It is proven like an output whose lines may come in any order.
"""

from collections.abc import Iterable
from dataclasses import dataclass

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
        "title network": "Networks and containers, as measured",
        "title storage": "Storage and containers, as measured",
        "title layers": "Image layers, as measured",
        "network": "Network {0} ({1}, {2}){3}: {4}.",
        "vni": ", VXLAN network identifier {0}",
        "nothing": "Nothing is there.",
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
        "title network": "实测的网络与容器",
        "title storage": "实测的存储与容器",
        "title layers": "实测的镜像层",
        "network": "网络 {0}（{1}，{2}）{3}：{4}。",
        "vni": "，VXLAN 网络标识 {0}",
        "nothing": "什么都没有。",
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
    """The facts of one diagram, as (place, kind, *details); the place is a host, or "swarm"."""

    view: str
    facts: tuple[tuple[str, ...], ...]

    def of(self, kind: str) -> list[tuple[str, ...]]:
        """The facts of one kind, without the kind: (place, *details)."""
        return [(place, *details) for place, found, *details in self.facts if found == kind]


def parse(text: str, where: str = "topology") -> Topology:
    """A topology snippet's text. Raises Problem for an unknown view, and for a line that is no fact."""
    view, *lines = text.rstrip("\n").split("\n")
    if view not in VIEWS:
        raise Problem(f"{where}:1: the first line names the view: {', '.join(VIEWS)}")
    facts = tuple(tuple(line.split()) for line in lines)
    for number, fact in enumerate(facts, 2):
        kind = fact[1] if len(fact) > 1 else "?"
        if kind not in FACTS or len(fact) != 2 + len(FACTS[kind]):
            raise Problem(f"{where}:{number}: not a fact: HOST {kind} {' '.join(FACTS.get(kind, ['?']))}")
    return Topology(view, facts)


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
    for image in images(topology):
        digests = [short(digest) for _, tag, _, digest in topology.of("layer") if tag == image]
        told.append(say["layers"].format(image, say["and"].join(digests)))
    told += [say["writable"].format(who, image) for _, who, image in topology.of("writable")]
    return told or [say["nothing"]]


def images(topology: Topology) -> list[str]:
    return _unique(tag for _, tag, *_ in topology.of("layer"))


def short(digest: str) -> str:
    return digest.removeprefix("sha256:")[:12]


def _unique(values: Iterable) -> list:
    return list(dict.fromkeys(values))
