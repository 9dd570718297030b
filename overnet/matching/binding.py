"""The one-to-one map, page-wide, from the sample values of a page to the values of a run."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field

from overnet.matching.shapes import Token, key, tokens


class Conflict(Exception):
    """Two values that have the same shape but not the same identity; str() is one sentence."""


@dataclass(frozen=True)
class Binding:
    """Which value of this run each sample value stands for, and back.

    `hosts` maps the addresses that stand for hosts on the page to their addresses in the lab, and so each /24 network
    that hosts of the page are in to one of the lab. Any other address must keep its first three numbers, and any other
    network (`10.0.1.0/24`) all of it, since an Engine hands out its networks in a fixed order: only the last number may
    depend on timing.
    `typed` holds the values the reader typed: they are exact.
    """

    hosts: dict[str, str] = field(default_factory=dict)
    typed: frozenset[str] = frozenset()
    real_of: dict[tuple[str, str], str] = field(default_factory=dict)
    sample_of: dict[tuple[str, str], str] = field(default_factory=dict)

    def extended(self, pairs: Iterable[tuple[Token, str]]) -> "Binding":
        """This binding plus (sample token, real text) pairs. Raises Conflict if they contradict it."""
        real_of, sample_of = dict(self.real_of), dict(self.sample_of)
        for token, real in pairs:
            identity = token.shape.identity
            if identity is None:
                continue
            if identity == "IPv4 address":
                self._check_address(token.text, real)
            if identity == "IPv4 network" and self._moved(token.text, self.hosts) != real:
                raise Conflict(f"'{token.text}' and the run's {real} are different networks")
            sample_key, real_key = (identity, key(token.text, identity)), (identity, key(real, identity))
            known_real = real_of.setdefault(sample_key, real)
            known_sample = sample_of.setdefault(real_key, token.text)
            if key(known_real, identity) != real_key[1]:
                raise Conflict(
                    f"'{token.text}' ({token.shape.kind}) stands for {known_real} on this page, but here the run has {real}"
                )
            if key(known_sample, identity) != sample_key[1]:
                raise Conflict(
                    f"the run's {real} ({token.shape.kind}) is shown as '{known_sample}' on this page, but here as '{token.text}'"
                )
            if len(real) > len(known_real):
                real_of[sample_key], sample_of[real_key] = real, token.text
        return Binding(self.hosts, self.typed, real_of, sample_of)

    def _check_address(self, sample: str, real: str) -> None:
        if self._network(sample, self.hosts) != real.rpartition(".")[0] or self.hosts.get(sample, real) != real:
            raise Conflict(f"'{sample}' and the run's {real} are addresses of different networks or hosts")
        if sample not in self.hosts and real in self.hosts.values():
            raise Conflict(f"the run's {real} is a host's address, '{sample}' is not")

    @staticmethod
    def _network(address: str, hosts: dict[str, str]) -> str:
        """The first three numbers that `address` has after `hosts` (each in its /24 network) are mapped."""
        network = address.rpartition(".")[0]
        return next((to.rpartition(".")[0] for of, to in hosts.items() if of.rpartition(".")[0] == network), network)

    @classmethod
    def _moved(cls, address: str, hosts: dict[str, str]) -> str:
        """`address` with the first three numbers that it has after `hosts` are mapped."""
        return f"{cls._network(address, hosts)}.{address.rpartition('.')[2]}"

    def command(self, text: str) -> str:
        """A command as this run must send it: sample values that the page printed before, and addresses of the
        hosts' networks, replaced by this run's values; everything else as the reader typed it."""
        return _replaced(text, self.typed, self.real_of, self._real)

    def output(self, line: str) -> str:
        """A line the run printed as the page would show it: known real values replaced by their samples."""
        return _replaced(line, self.typed, self.sample_of, self._sample)

    def shown(self, line: str) -> tuple["Binding", str]:
        """A new line of output as the page shall show it, and the binding in which its new values stand for
        themselves, or for another free value where the page uses them as a sample of something else."""
        pairs = []
        binding = self
        for token in tokens(line, self.typed, binding.sample_of):
            identity = token.shape.identity
            if identity and (identity, key(token.text, identity)) not in binding.sample_of:
                sample = binding._sample(token)
                while (identity, key(sample, identity)) in binding.real_of:
                    sample = binding.real_of[identity, key(sample, identity)]
                pairs = [(Token(token.shape, sample, 0, len(sample)), token.text)]
                binding = binding.extended(pairs)
        return binding, binding.output(line)

    def _real(self, token: Token) -> str:
        if token.text in self.hosts:
            return self.hosts[token.text]
        return self._other_form(token, self.real_of, self._default(token, self.hosts))

    def _sample(self, token: Token) -> str:
        samples = {real: sample for sample, real in self.hosts.items()}
        if token.text in samples:
            return samples[token.text]
        return self._other_form(token, self.sample_of, self._default(token, samples))

    @classmethod
    def _default(cls, token: Token, hosts: dict[str, str]) -> str:
        is_ip = token.shape.identity in ("IPv4 address", "IPv4 network")
        return cls._moved(token.text, hosts) if is_ip else token.text

    @staticmethod
    def _other_form(token: Token, known: dict[tuple[str, str], str], default: str) -> str:
        identity = token.shape.identity
        if identity is None or (identity, key(token.text, identity)) not in known:
            return default
        other = known[identity, key(token.text, identity)]
        if identity not in ("hex id", "swarm id"):
            return other
        digits = token.text.removeprefix("sha256:")
        prefix = token.text[: len(token.text) - len(digits)]
        other = other.removeprefix("sha256:")
        return prefix + other[: len(digits)] + digits[len(other) :]


def typed(commands: Iterable[tuple[str, list[str]]], hosts: Iterable[str]) -> frozenset[str]:
    """The values a reader types: those in a command that no earlier output of the page printed.

    `commands` are (text, output lines) in page order; addresses of the hosts' networks are never typed.
    """
    networks = {host.rpartition(".")[0] for host in hosts}
    printed: set[tuple[str, str]] = set()
    found: set[str] = set()
    for text, output in commands:
        for token in _all_tokens(text.splitlines(), printed):
            known = (token.shape.identity, key(token.text, token.shape.identity or "")) in printed
            if not known and token.text.rpartition(".")[0] not in networks:
                found.add(token.text)
        for token in _all_tokens(output, printed):
            if token.shape.identity and token.text not in found:
                printed.add((token.shape.identity, key(token.text, token.shape.identity)))
    return frozenset(found)


def _all_tokens(lines: Iterable[str], known: Container[tuple[str, str]]) -> Iterable[Token]:
    return (token for line in lines for token in tokens(line, known=known))


def _replaced(
    text: str, exact: frozenset[str], known: Container[tuple[str, str]], value: Callable[[Token], str]
) -> str:
    lines = []
    for line in text.split("\n"):
        parts, end = [], 0
        for token in tokens(line, exact, known):
            parts += [line[end : token.start], value(token)]
            end = token.end
        lines.append("".join(parts) + line[end:])
    return "\n".join(lines)
