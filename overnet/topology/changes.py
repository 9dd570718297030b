"""What differs between two topologies of one view: fact by fact, for a reader of a page, and for a failed run."""

import re
from dataclasses import dataclass

from overnet.topology.facts import FACTS, Topology

NAMES = {
    "en": {
        "network": "network {0}",
        "subnet": "subnet {1} of network {0}",
        "internal": "network {0}, internal",
        "encrypted": "network {0}, encrypted",
        "parent": "parent {1} of network {0}",
        "peers": "peers of network {0}",
        "container": "{0} on {1}",
        "address": "address {2} of {0} on {1}",
        "shares": "{0} on the network of {1}",
        "alone": "{0} on no network",
        "port": "port {1} of {0}",
        "binding": "port {1} of {0}",
        "service": "service {0}",
        "virtual": "virtual address of {0} on {1}",
        "mesh": "port {1} of service {0}",
        "volume": "volume {0}",
        "export": "NFS export of volume {0}",
        "mount": "{1} {2} at {3} in {0}",
        "propagation": "propagation {2} of {1} in {0}",
        "layer": "layer {1} of image {0}",
        "writable": "the writable layer of {0}",
    },
    "zh": {
        "network": "网络 {0}",
        "subnet": "网络 {0} 的网段 {1}",
        "internal": "内部网络 {0}",
        "encrypted": "加密网络 {0}",
        "parent": "网络 {0} 的父接口 {1}",
        "peers": "网络 {0} 的对等节点",
        "container": "{1} 上的 {0}",
        "address": "{0} 在 {1} 上的地址 {2}",
        "shares": "使用 {1} 的网络的 {0}",
        "alone": "不在任何网络上的 {0}",
        "port": "{0} 的端口 {1}",
        "binding": "{0} 的端口 {1}",
        "service": "服务 {0}",
        "virtual": "服务 {0} 在 {1} 上的虚拟地址",
        "mesh": "服务 {0} 的端口 {1}",
        "volume": "数据卷 {0}",
        "export": "数据卷 {0} 的 NFS 来源",
        "mount": "{0} 中挂载在 {3} 的 {1} {2}",
        "propagation": "{0} 中 {1} 的传播方式 {2}",
        "layer": "镜像 {0} 的第 {1} 层",
        "writable": "{0} 的可写层",
    },
}
WORDS = {
    "en": {"on": "{1} ({0})", "new": "New: {0}.", "gone": "Gone: {0}.", "changed": "Changed: {0}.", "and": "; "},
    "zh": {"on": "{1}（{0}）", "new": "新增：{0}。", "gone": "消失：{0}。", "changed": "变化：{0}。", "and": "；"},
}  # fmt: skip
SUBJECTS = {
    "subnet": 2, "container": 2, "address": 3, "shares": 2, "port": 3, "binding": 3, "mount": 4, "propagation": 2, "layer": 2,
    "virtual": 2, "mesh": 3,
}  # fmt: skip

Fact = tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """Facts of the later topology only, of the earlier one only, and pairs (earlier, later) on the same subject."""

    new: list[Fact]
    gone: list[Fact]
    changed: list[tuple[Fact, Fact]]


def changes(earlier: Topology, later: Topology) -> Changes:
    """What is different in `later`."""
    before, after = ({_subject(fact): fact for fact in topology.facts} for topology in (earlier, later))
    return Changes(
        [fact for subject, fact in after.items() if subject not in before],
        [fact for subject, fact in before.items() if subject not in after],
        [(fact, after[subject]) for subject, fact in before.items() if after.get(subject, fact) != fact],
    )


def words(earlier: Topology, later: Topology, language: str) -> list[str]:
    """What is new, gone and changed, each in a sentence of `language`, if anything is."""
    found, say = changes(earlier, later), WORDS[language]
    facts = {"new": found.new, "gone": found.gone, "changed": [after for _, after in found.changed]}
    named = {
        what: [say["on"].format(place, name(kind, details, language)) for place, kind, *details in these]
        for what, these in facts.items()
    }
    return [say[what].format(say["and"].join(names)) for what, names in named.items() if names]


def failures(page: Topology, run: Topology) -> list[str]:
    """What a run lacks of the page, has beside it, and has otherwise: a sentence for each fact."""
    found = changes(page, run)
    told = [f"{_who(place)} lost {name(kind, details, 'en')}" for place, kind, *details in found.gone]
    told += [f"{_who(place)} has {name(kind, details, 'en')}, the page has not" for place, kind, *details in found.new]
    for (place, kind, *before), (_, _, *after) in found.changed:
        differ = [f"{what} is {new}, not {old}" for what, old, new in zip(FACTS[kind], before, after) if old != new]
        told.append(f"{_who(place)}: {name(kind, before, 'en')}: {', '.join(differ)}")
    return told


def name(kind: str, details: list[str], language: str) -> str:
    """How a fact is called; a task by its service and, if it has one, its number."""
    return NAMES[language][kind].format(*(re.sub(r"(\.[0-9a-z]{25}){1,2}$", "", detail) for detail in details))


def _subject(fact: Fact) -> Fact:
    """The place, the kind, and the details that say what it is a fact about; what is left may change."""
    return fact[: 2 + SUBJECTS.get(fact[1], 1)]


def _who(place: str) -> str:
    return "the swarm" if place == "swarm" else place
