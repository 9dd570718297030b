"""What the reader types: values that are the same in each run."""

import re
from collections.abc import Iterable

from overnet.matching.addresses import PREFIX, network_of, prefix_of
from overnet.matching.identity import Name
from overnet.matching.quantities import measure
from overnet.matching.shapes import PORT
from overnet.matching.tokens import Token, tokens

# What readers type otherwise than it is printed: a port wherever it is (`-p 50000:80`, `ports={"80/tcp": 50000}`), the
# index of an interface (`index 7`), times (`720h`), and sizes (`-m 64m`, `64mb`, `67108864`).
_PORTS = re.compile(rf"(?<![\w.]){PORT}(?![\w.])")
_INDEXES = re.compile(r"(?<!\w)index[ =](\d+)(?!\w)")
_TIMES = re.compile(r"(?<![\w.])(?:\d+(?:\.\d+)?[hms])+(?!\w)")
_SIZES = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)([kKmMgG])(?:i?[bB])?(?!\w)")
_BYTES = re.compile(r"(?<![\w.:-])\d{4,}(?![\w.:-])")


def typed(commands: Iterable[tuple[str, list[str]]], hosts: Iterable[str]) -> frozenset[Name]:
    """The names of the values a reader types: those in a command that no earlier output of the page printed.

    `commands` are (text, output lines) in page order; addresses of the hosts' network are never typed, as they are
    others in each lab.
    """
    networks = {network_of(host) for host in hosts}
    printed: set[Name] = set()
    found: set[Name] = set()
    for text, output in commands:
        for line in text.splitlines():
            found |= _short_forms(line) - printed
            for token in (*tokens(line, known=printed), *_in_capitals(line)):
                of_the_hosts = token.name[0].startswith("IPv4") and network_of(token.name[1]) in networks
                if not of_the_hosts and not printed & _names(token):
                    found.add(token.name)
        for line in output:
            for token in tokens(line, known=printed):
                if token.shape.identity and token.name not in found:
                    printed |= _names(token)
    return frozenset(found)


def _short_forms(line: str) -> set[Name]:
    """The names of what is typed otherwise than it is printed."""
    return {
        *(("port", port) for port in _PORTS.findall(line)),
        *(("interface index", index) for index in _INDEXES.findall(line)),
        *(("duration", measure(time)) for time in _TIMES.findall(line)),
        *(("size", measure(f"{number}{power.upper()}iB")) for number, power in _SIZES.findall(line)),
        *(("size", measure(f"{number}B")) for number in _BYTES.findall(line)),
    }


def _in_capitals(line: str) -> list[Token]:
    """The IPv6 addresses and networks that are typed in capitals, as they are printed."""
    found = tokens(line.lower()) if ":" in line else []
    return [token for token in found if token.name[0].startswith("IPv6")]


def _names(token: Token) -> set[Name]:
    """What a value is bound by: its name and, if it is an IPv6 address, its prefix."""
    prefix = prefix_of(token.name[1]) if token.name[0].startswith("IPv6") else ""
    return {token.name, (PREFIX, prefix)} if prefix else {token.name}
