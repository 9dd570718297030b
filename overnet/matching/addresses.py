"""What an address keeps in another run: its network, its kind, and whatever it means.

An Engine hands out its IPv4 networks in a fixed order, and addresses in them one after the other: only the last number
may depend on timing. An IPv6 network that nobody chose has a random prefix (a unique local address, RFC 4193: 48 bits
that begin with fd), the rest of it is counted, too. The IPv4 /24 networks that hosts of a page are in are the lab's
own.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from overnet.matching.identity import Name
from overnet.matching.tokens import Token

ADDRESSES = ("IPv4 address", "IPv6 address")
NETWORKS = ("IPv4 network", "IPv6 network")
KINDS = (*ADDRESSES, *NETWORKS)
PREFIX = "IPv6 prefix"


def network_of(address: str) -> str:
    """The first three numbers of an IPv4 address."""
    return address.rpartition(".")[0]


def moved(address: str, hosts: dict[str, str]) -> str:
    """An IPv4 address (or network) of the network of `hosts` as it is in the network to which these are mapped; any
    other address as it is."""
    network = network_of(address)
    to = next((network_of(to) for of, to in hosts.items() if network_of(of) == network), network)
    return f"{to}.{address.rpartition('.')[2]}"


def prefix_of(text: str) -> str:
    """The first 48 bits of an IPv6 address or network, if they are those of a unique local one; else ""."""
    number = _number(text)
    return str(ipaddress.IPv6Address(number >> 80 << 80)) if number >> 120 == 0xFD else ""


def with_prefix(text: str, prefix: str) -> str:
    """An IPv6 address or network with other first 48 bits."""
    address, slash, length = text.partition("/")
    return str(ipaddress.IPv6Address(_number(prefix) | _number(address) & (1 << 80) - 1)) + slash + length


@lru_cache(1 << 12)
def _number(text: str) -> int:
    try:
        return int(ipaddress.IPv6Address(text.partition("/")[0]))
    except ValueError:
        return 0


@dataclass(frozen=True)
class Fixed:
    """The tokens that are the same in each run: what the reader typed, networks, and addresses with a meaning."""

    typed: frozenset[Name]
    hosts: tuple[tuple[str, str], ...]

    def __contains__(self, token: Token) -> bool:
        if token.name in self.typed:
            return True
        return token.name[0] in KINDS and not self._moves(token) and (token.name[0] in NETWORKS or meaning(token))

    @cached_property
    def _networks(self) -> set[str]:
        return {network_of(address) for pair in self.hosts for address in pair}

    @cached_property
    def typed_prefixes(self) -> set[str]:
        """Those of the IPv6 networks and addresses that the reader typed."""
        return {prefix_of(text) for identity, text in self.typed if identity.startswith("IPv6")}

    def _moves(self, token: Token) -> bool:
        """Whether another part of the address may differ: it is in the hosts' network, or has an automatic prefix."""
        if token.name[0].startswith("IPv4"):
            return network_of(token.name[1]) in self._networks
        return self.automatic(token.name[1])

    def automatic(self, text: str) -> bool:
        """Whether an IPv6 address or network has a prefix that an Engine chose."""
        prefix = prefix_of(text)
        return bool(prefix) and prefix not in self.typed_prefixes


def meaning(token: Token) -> bool:
    """Whether an address says something by its last number, or by its place: the network, its gateway, all of its
    hosts."""
    if token.name[0] == "IPv4 address":
        return token.gateway or token.name[1].rpartition(".")[2] in ("0", "1", "255")
    return token.gateway or _number(token.name[1]) & (1 << 64) - 1 in (0, 1)


def difference(sample: Token, real: Token, hosts: dict[str, str], fixed: Fixed) -> str:
    """Why the address `real` cannot be what `sample` stands for, whatever else is bound; "" if it can."""
    identity, one, other = sample.name[0], sample.name[1], real.name[1]
    if identity in NETWORKS:
        same = (
            moved(one, hosts) == other if identity == "IPv4 network" else _same6(sample, real, fixed, last_free=False)
        )
        return "" if same else f"'{sample.text}' and the run's {real.text} are different networks"
    if identity == "IPv6 address":
        same = _same6(sample, real, fixed, last_free=not (meaning(sample) or meaning(real)))
        return "" if same else f"'{sample.text}' and the run's {real.text} are addresses of different networks or kinds"
    if network_of(moved(one, hosts)) != network_of(other) or hosts.get(one, other) != other:
        return f"'{sample.text}' and the run's {real.text} are addresses of different networks or hosts"
    if one not in hosts and other in hosts.values():
        return f"the run's {real.text} is a host's address, '{sample.text}' is not"
    exact = meaning(sample) or meaning(real) or network_of(one) in map(network_of, hosts)
    if exact and moved(one, hosts) != other:
        return f"'{sample.text}' and the run's {real.text} are different addresses, and say so by their last number"
    return ""


def _same6(sample: Token, real: Token, fixed: Fixed, last_free: bool) -> bool:
    """Whether two IPv6 addresses or networks agree in all but an automatic prefix and, if `last_free`, their last part:
    the last number where the others before it count from zero, else (as in a link-local one) the last 64 bits."""
    one, other = _number(sample.name[1]), _number(real.name[1])
    if fixed.automatic(sample.name[1]) and fixed.automatic(real.name[1]):
        one, other = one & (1 << 80) - 1, other & (1 << 80) - 1
    low = (1 << 64) - 1
    counted = (one & low < 1 << 16) == (other & low < 1 << 16)
    same_length = sample.text.partition("/")[2] == real.text.partition("/")[2]
    return (one >> 64 == other >> 64 and counted) if last_free else (one == other and same_length)


def prefixes(sample: Token, real: Token, fixed: Fixed) -> Iterable[tuple[Name, Name]]:
    """The automatic prefixes of two IPv6 values, as names to be bound one to one."""
    if sample.name[0].startswith("IPv6") and fixed.automatic(sample.name[1]) and fixed.automatic(real.name[1]):
        yield (PREFIX, prefix_of(sample.name[1])), (PREFIX, prefix_of(real.name[1]))
