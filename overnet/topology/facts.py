"""A measured diagram: facts that the hosts' Engines reported (diagram draws them, description tells them).

A topology snippet (`NAME.topology`) holds the view on its first line, and one fact a line after it, as `survey` prints
them. It is proven like an output whose lines may come in any order. With `VIEW since OTHER` on its first line it is
shown as what changed after OTHER.topology.
"""

import re
from dataclasses import dataclass

from overnet.errors import Problem

VIEWS = ("network", "storage", "layers")
FACTS = {
    "network": ("name", "driver", "subnet", "vni"),
    "subnet": ("network", "another subnet"),
    "internal": ("network",),
    "encrypted": ("network",),
    "parent": ("network", "interface"),
    "peers": ("network", "hosts"),
    "container": ("name", "network", "address", "mac", "veth", "bridge"),
    "address": ("container", "network", "another address"),
    "shares": ("container", "another one's network"),
    "alone": ("container",),
    "port": ("container", "on all of the host's addresses", "in the container"),
    "binding": ("container", "address:port on the host", "in the container"),
    "service": ("name", "replicas"),
    "virtual": ("service", "network", "virtual address"),
    "mesh": ("service", "on every node", "in the tasks"),
    "volume": ("name", "driver"),
    "export": ("volume", "server:path"),
    "mount": ("container", "type", "source", "target", "mode"),
    "propagation": ("container", "target", "propagation"),
    "layer": ("image", "number", "digest"),
    "writable": ("container", "image"),
}


@dataclass(frozen=True)
class Topology:
    """The facts of one diagram, as (place, kind, *details); the place is a host, or "swarm". `since` names the diagram
    that it follows, if it is to show what changed."""

    view: str
    facts: tuple[tuple[str, ...], ...]
    since: str = ""

    def of(self, kind: str) -> list[tuple[str, ...]]:
        """The facts of one kind, without the kind: (place, *details)."""
        return [(place, *details) for place, found, *details in self.facts if found == kind]

    def about(self, kind: str, place: str, name: str) -> list[tuple[str, ...]]:
        """The details of the facts of one kind whose first detail is `name`."""
        return [(first, *rest) for where, first, *rest in self.of(kind) if (where, first) == (place, name)]


def parse(text: str, where: str = "topology") -> Topology:
    """A topology snippet's text. Raises Problem for an unknown view, and for a line that is no fact."""
    head, *lines = text.rstrip("\n").split("\n")
    named = re.fullmatch(rf"({'|'.join(VIEWS)})(?: since (\S+))?", head)
    if not named:
        raise Problem(f"{where}:1: the first line names the view: {', '.join(VIEWS)}; or it is: VIEW since OTHER")
    facts = tuple(tuple(line.split()) for line in lines)
    for number, fact in enumerate(facts, 2):
        kind = fact[1] if len(fact) > 1 else "?"
        if kind not in FACTS or len(fact) != 2 + len(FACTS[kind]):
            raise Problem(f"{where}:{number}: not a fact: HOST {kind} {' '.join(FACTS.get(kind, ['?']))}")
    return Topology(named[1], facts, named[2] or "")


def peers(topology: Topology, network: str) -> dict[str, list[str]]:
    """The peers of an overlay network by the host that knows them; by "" where all of its hosts know the same."""
    known = {host: hosts.split(",") for host, name, hosts in topology.of("peers") if name == network}
    first, *others = known.values() or [[]]
    return known if any(other != first for other in others) else {"": first} if first else {}


def images(topology: Topology) -> list[tuple[str, str, list[str]]]:
    """The images as (host, tag, the digests of its layers from the bottom)."""
    stacks: dict[tuple[str, str], list[str]] = {}
    for host, tag, _, digest in topology.of("layer"):
        stacks.setdefault((host, tag), []).append(digest)
    return [(host, tag, digests) for (host, tag), digests in stacks.items()]


def short(digest: str) -> str:
    return digest.removeprefix("sha256:")[:12]
