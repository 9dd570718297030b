"""The values that readers of a page replace in its commands: one field for each, with the value that a run proved."""

from dataclasses import dataclass
from ipaddress import IPv4Network

from overnet.site.samples import INTERFACE, Samples, Value

_NUMBER = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_V4 = rf"{_NUMBER}(?:\.{_NUMBER}){{3}}"
_GROUP = "[0-9A-Fa-f]{1,4}"
_GROUPS = f"(?:{_GROUP}(?::{_GROUP})*)?"
_V6 = rf"(?:(?:{_GROUP}:){{7}}{_GROUP}|(?!(?:[^:]*:){{8}}){_GROUPS}::{_GROUPS})"
# What a field takes, in full, of each kind of value, as an `<input pattern>` has it. No shell reads anything but itself
# in these, and none begins as an option does.
PATTERNS = {
    "IPv4 address": _V4,
    "IPv4 network": rf"{_V4}\/(?:[12]?\d|3[0-2])",
    "IPv6 address": _V6,
    "IPv6 network": rf"{_V6}\/(?:[1-9]?\d|1[01]\d|12[0-8])",
    "MAC address": r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}",
    INTERFACE: r"[A-Za-z0-9_][A-Za-z0-9._@\-]{0,14}",
}
WORD = r"[A-Za-z0-9][A-Za-z0-9._:+\/\-]*"


@dataclass(frozen=True)
class Field:
    """What a reader replaces: `proven` on the page, in the marks of `numbers`; `value` says what it is, `sources` what
    printed it.

    `name` is what the browser keeps it by: a host, and what its lab gave it, mean the same on all pages; what a run
    printed is of one page, and `once`, of one time that a reader follows it.
    """

    proven: str
    value: Value
    numbers: tuple[int, ...]
    name: str
    once: bool
    sources: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """What lab.yml calls it by: its value, after the host that it is of."""
        return f"{self.value.host} {self.proven}".strip()

    @property
    def pattern(self) -> str:
        return PATTERNS.get(self.value.kind, WORD)


def fields(samples: Samples, page: str) -> list[Field]:
    """One for each value that stands in a command of `page`: those of hosts, then the others in page order. What is the
    same in both tracks is one."""
    numbers: dict[tuple[str, str, str], list[int]] = {}
    for value in samples.values:
        if value.linked and value.number in samples.texts:
            key = (value.host, value.kind, samples.texts[value.number])
            numbers.setdefault(key, []).append(value.number)
    found = []
    for (host, _, proven), same in numbers.items():
        if not samples.typed.isdisjoint(same):
            value = samples.values[same[0]]
            name = f"{page} {proven}" if value.source else f"{host} {proven}".strip()
            sources = frozenset(samples.values[number].source for number in same)
            found.append(Field(proven, value, tuple(same), name, bool(value.source), sources))
    return sorted(found, key=lambda one: not one.value.host)


def network_around(one: Field, found: list[Field]) -> Field | None:
    """The widest IPv4 network among `found` that has the IPv4 address, or network, of `one` in it; None if there is
    none."""
    if not one.value.kind.startswith("IPv4 "):
        return None
    networks = [other for other in found if other.value.kind == "IPv4 network" and other is not one]
    around = [other for other in networks if _range(one).subnet_of(_range(other))]
    return min(around, key=lambda other: _range(other).prefixlen, default=None)


def _range(one: Field) -> IPv4Network:
    return IPv4Network(one.proven, strict=False)
