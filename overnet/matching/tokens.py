"""Finding the values of a shape in a line, and writing one in the form of another."""

import ipaddress
import re
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from overnet.matching.identity import IDS, Name, key
from overnet.matching.shapes import ID_PREFIX, IPV4_NETWORK, IPV6_NETWORK, SHAPES, Shape

# A value begins where a word does, but for the index in `eth0@if5`; a long chain of pairs (a fingerprint) is none.
_CHAIN = r"(?<![\w:])(?:[0-9A-Fa-f]{2}:){8,}[0-9A-Fa-f]{2}(?![\w:])"
_TOKEN = re.compile(
    rf"(?:(?<!\w)|(?<=@if))(?:(?P<none>{_CHAIN})|"
    + "|".join(f"(?P<s{number}>{shape.pattern})" for number, shape in enumerate(SHAPES))
    + ")"
)
_PREFIX = re.compile(ID_PREFIX.pattern)
_LENGTH = re.compile(r"/\d{1,3}(?!\w)")
_GATEWAY = re.compile(r"(?:\bvia|\b[Gg]ateway\W{0,4})\s?$")
# What sha256sum and its like print of a file that has a name: its content decides it. Not of standard input (`-`), nor
# of a file whose name is a digest itself.
_CHECKSUM = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64}) [ *](?!-$)(?![^\n]*[0-9a-f]{64})\S")


@dataclass(frozen=True)
class Token:
    """A value of some shape in a line of text, at line[start:end].

    `name` is what it is bound by: (identity or kind, key), where all forms of one value have one key. `gateway` says
    that the line calls it the gateway of a network.
    """

    shape: Shape
    text: str
    start: int
    name: Name
    gateway: bool = field(default=False, compare=False)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(1 << 14)
def scan(line: str) -> tuple[Token, ...]:
    """Whatever in a line has a shape, left to right, sure or not; but nothing in the checksum of a named file."""
    begin = _CHECKSUM.match(line)
    found = []
    for match in _TOKEN.finditer(line, begin.end() if begin else 0):
        if match["none"]:
            continue
        shape, text = SHAPES[int(match.lastgroup[1:])], match[0]
        gateway = False
        if shape.identity in ("IPv4 address", "IPv6 address") and not shape.form:
            if (length := _LENGTH.match(line, match.end())) and _is_network(text + length[0]):
                shape, text = (IPV4_NETWORK if "." in text else IPV6_NETWORK), text + length[0]
            gateway = bool(_GATEWAY.search(line, max(0, match.start() - 12), match.start()))
        found.append(Token(shape, text, match.start(), (shape.identity or shape.kind, key(text, shape)), gateway))
    return tuple(found)


def tokens(line: str, exact: Container[Token] = (), known: Collection[Name] = ()) -> Iterator[Token]:
    """The sample values of one line, left to right.

    A token in `exact` is none; `known` holds the names of the values that the page had before. A word that begins
    just one known id is that id.
    """
    found = list(samples(line, exact, known))
    if known and (begun := [prefix for prefix in prefixes(line) if not any(_overlap(prefix, one) for one in found)]):
        for prefix in begun:
            whole = [name for name in known if name[0] in IDS and name[1].startswith(prefix.text)]
            if len(whole) == 1:
                found.append(Token(ID_PREFIX, prefix.text, prefix.start, whole[0]))
        found.sort(key=lambda token: token.start)
    yield from found


def samples(line: str, exact: Container[Token] = (), known: Container[Name] = ()) -> Iterator[Token]:
    """The same, without words that only begin an id."""
    for token in scan(line):
        if (token.shape.sure(token.text, line) or token.name in known) and token not in exact:
            yield token


@lru_cache(1 << 14)
def prefixes(line: str) -> tuple[Token, ...]:
    """The words that might begin an id."""
    return tuple(Token(ID_PREFIX, match[0], match.start(), ("", "")) for match in _PREFIX.finditer(line))


def _overlap(one: Token, other: Token) -> bool:
    return one.start < other.end and other.start < one.end


def _is_network(text: str) -> bool:
    """Whether "address/length" names a network of several addresses, not one address."""
    try:
        return ipaddress.ip_network(text).num_addresses > 1
    except ValueError:
        return False


def written(value: str, like: Token) -> str:
    """A value in the form of a token of the same identity: an id as long as it is there, an address escaped, …"""
    if like.name[0] in IDS:
        digits = like.text.removeprefix("sha256:")
        value = value.removeprefix("sha256:")
        return like.text[: len(like.text) - len(digits)] + value[: len(digits)] + digits[len(value) :]
    if like.shape.form == "escaped":
        return value.replace(".", r"\.")
    if like.shape.form == "reversed":
        return ".".join(reversed(value.split(".")))
    if like.name[0] in ("MAC address", "UUID"):
        return value.upper() if like.text.isupper() else value.lower()
    return value


def as_token(text: str, like: Token) -> Token:
    """A text that stands where `like` stands on the page, as a token of its shape."""
    identity = like.shape.identity or like.shape.kind
    return Token(like.shape, text, 0, (identity, key(text, like.shape)), like.gateway)
