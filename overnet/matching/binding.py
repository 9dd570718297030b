"""The one-to-one map, page-wide, from the sample values of a page to the values of a run."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from overnet.matching import addresses
from overnet.matching.addresses import PREFIX, Fixed, moved, prefix_of, with_prefix
from overnet.matching.conflict import Conflict
from overnet.matching.identity import IDS, Name
from overnet.matching.shapes import ID_PREFIX
from overnet.matching.tokens import Token, as_token, prefixes, tokens, written


class Value(NamedTuple):
    """A value on the other side: its name, and the longest text that it had there."""

    name: Name
    text: str


@dataclass(frozen=True)
class Binding:
    """Which value of this run each sample value stands for, and back.

    `hosts` maps the addresses that stand for hosts on the page to their addresses in the lab. `typed` holds the names
    of the values the reader typed: they are exact, on the page and in the run.
    """

    hosts: dict[str, str] = field(default_factory=dict)
    typed: frozenset[Name] = frozenset()
    real_of: dict[Name, Value] = field(default_factory=dict)
    sample_of: dict[Name, Value] = field(default_factory=dict)

    @property
    def fixed(self) -> Fixed:
        """The values that are the same on the page and in the run."""
        return _fixed(self.typed, tuple(self.hosts.items()))

    def extended(self, pairs: Iterable[tuple[Token, Token]]) -> "Binding":
        """This binding plus pairs (token of the page, token of the run); itself if they add nothing. Raises Conflict if
        they contradict it."""
        fixed, found = self.fixed, self
        for sample, real in pairs:
            if real in fixed:
                why = "was typed by the reader" if real.name in fixed.typed else "has a meaning of its own"
                raise Conflict(f"the run's {real.text} {why}, so that '{sample.text}' cannot stand for it")
            if sample.shape.identity is None:
                continue
            if sample.name[0] in addresses.KINDS and (why := addresses.difference(sample, real, self.hosts, fixed)):
                raise Conflict(why)
            values = [(Value(sample.name, sample.text), Value(real.name, real.text))]
            for one, other in addresses.prefixes(sample, real, fixed):
                values.append((Value(one, one[1]), Value(other, other[1])))
            for value, real_value in values:
                if not found._has(value, real_value, sample.shape.kind):
                    if found is self:
                        found = Binding(self.hosts, self.typed, dict(self.real_of), dict(self.sample_of))
                    found.real_of[value.name], found.sample_of[real_value.name] = real_value, value
        return found

    def _has(self, sample: Value, real: Value, kind: str) -> bool:
        """Whether these two are bound, in forms as long. Raises Conflict if one of them is bound to another."""
        known_real, known = self.real_of.get(sample.name), self.sample_of.get(real.name)
        if known_real and not _are_one(known_real, real):
            raise Conflict(
                f"'{sample.text}' ({kind}) stands for {known_real.text} on this page, but here the run has {real.text}"
            )
        if known and not _are_one(known, sample):
            raise Conflict(
                f"the run's {real.text} ({kind}) is shown as '{known.text}' on this page, but here as '{sample.text}'"
            )
        return bool(known_real) and len(real.text) <= len(known_real.text)

    def command(self, text: str) -> str:
        """A command as this run must send it: sample values that the page printed before, and addresses of the
        hosts' network, replaced by this run's values; everything else as the reader typed it."""
        return _replaced(text, lambda line: tokens(line, self.fixed, self.real_of), self._real)

    def output(self, line: str) -> str:
        """A line the run printed as the page would show it: known real values replaced by their samples."""
        return _replaced(line, lambda line: tokens(line, self.fixed, self.sample_of), self._sample)

    def begun(self, line: str) -> str:
        """A line of the page in which the words that only begin a known id are those of this run."""
        if not prefixes(line):
            return line
        begun = [token for token in tokens(line, self.fixed, self.real_of) if token.shape is ID_PREFIX]
        return _replaced(line, lambda _: begun, self._real)

    def shown(self, line: str) -> tuple["Binding", str]:
        """A new line of output as the page shall show it, and the binding in which its new values stand for
        themselves, or for another free value where the page uses them as a sample of something else."""
        binding = self
        for token in tokens(line, self.fixed, self.sample_of):
            if token.shape.identity and token.name not in binding.sample_of and token.shape is not ID_PREFIX:
                with suppress(Conflict):  # the run shows an address that stands for another one on the page
                    binding = binding.extended([(binding._free(token), token)])
        return binding, binding.output(line)

    def _free(self, token: Token) -> Token:
        """The sample of a value that is new in the run: itself; if the page uses that for another value, this one; …"""
        sample = as_token(self._sample(token), token)
        for _ in self.real_of:
            if sample.name not in self.real_of:
                break
            taken = as_token(written(self.real_of[sample.name].text, token), token)
            sample = as_token(self._sample(taken, new=True), token)
        return sample

    def _real(self, token: Token) -> str:
        return _other(token, self.real_of, self.sample_of, self.hosts)

    def _sample(self, token: Token, new: bool = False) -> str:
        hosts = {real: sample for sample, real in self.hosts.items()}
        return _elsewhere(token, self.sample_of, hosts) if new else _other(token, self.sample_of, self.real_of, hosts)


def _are_one(one: Value, other: Value) -> bool:
    """Whether two values of one side are the same: an id has a name by its first digits, but all count that both
    have."""
    short, long = sorted((value.text.removeprefix("sha256:") for value in (one, other)), key=len)
    return one.name == other.name and (one.name[0] not in IDS or long.startswith(short))


def _other(token: Token, known: dict[Name, Value], here: dict[Name, Value], hosts: dict[str, str]) -> str:
    """What a token is on the other side, in the form that it has here. `known` is what is there, `here` the way
    back."""
    if token.name[0] == "IPv4 address" and token.name[1] in hosts:
        return written(hosts[token.name[1]], token)
    if token.name in known:
        other = known[token.name]
        if other.name == token.name or not _are_one(here[other.name], Value(token.name, token.text)):
            return token.text
        return written(other.text if token.name[0] in IDS else other.name[1], token)
    return _elsewhere(token, known, hosts)


def _elsewhere(token: Token, known: dict[Name, Value], hosts: dict[str, str]) -> str:
    """A token of which nothing is known as it is on the other side: in the network that its own is there."""
    identity, value = token.name
    if identity.startswith("IPv4"):
        return written(moved(value, hosts), token)
    if identity.startswith("IPv6") and (PREFIX, prefix_of(value)) in known:
        return with_prefix(token.text, known[PREFIX, prefix_of(value)].text)
    return token.text


@lru_cache(1 << 8)
def _fixed(typed: frozenset[Name], hosts: tuple[tuple[str, str], ...]) -> Fixed:
    return Fixed(typed, hosts)


def _replaced(text: str, found: Callable[[str], Iterable[Token]], value: Callable[[Token], str]) -> str:
    lines = []
    for line in text.split("\n"):
        parts, end = [], 0
        for token in found(line):
            parts += [line[end : token.start], value(token)]
            end = token.end
        lines.append("".join(parts) + line[end:])
    return "\n".join(lines)
