"""What the reader types: values that are the same in each run."""

import re
from collections.abc import Iterable

from overnet.matching.addresses import PREFIX, network_of, prefix_of
from overnet.matching.identity import Name
from overnet.matching.shapes import PORT
from overnet.matching.tokens import Token, tokens

# A port counts as typed wherever it is: `-p 50000:80`, `ports={"80/tcp": 50000}`.
_PORTS = re.compile(rf"(?<![\w.]){PORT}(?![\w.])")


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
            found |= {("port", port) for port in _PORTS.findall(line)} - printed
            for token in tokens(line, known=printed):
                of_the_hosts = token.name[0].startswith("IPv4") and network_of(token.name[1]) in networks
                if not of_the_hosts and not printed & _names(token):
                    found.add(token.name)
        for line in output:
            for token in tokens(line, known=printed):
                if token.shape.identity and token.name not in found:
                    printed |= _names(token)
    return frozenset(found)


def _names(token: Token) -> set[Name]:
    """What a value is bound by: its name and, if it is an IPv6 address, its prefix."""
    prefix = prefix_of(token.name[1]) if token.name[0].startswith("IPv6") else ""
    return {token.name, (PREFIX, prefix)} if prefix else {token.name}
