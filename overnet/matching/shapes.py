"""The shapes of volatile values: what on a page stands for a value that every run makes anew.

A token of the page is a sample value if it has one of these shapes and the reader did not type it. Everything
else on the page is exact. The table is the whole rule; order matters, the first shape that fits wins.
"""

import ipaddress
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

_DURATION = r"(?:Less than a second|About an? (?:minute|hour)|\d+ (?:second|minute|hour|day|week|month|year)s?)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_IPV6_GROUPS = r"[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*"


@dataclass(frozen=True)
class Shape:
    """One kind of volatile value.

    `pattern` is what it looks like, on the page and in a run. `identity` names the values that are bound one to one
    with each other: a container's 64-digit id and its 12-digit form are one identity; None means typed only, never
    bound. `wordlike` shapes could be plain words: a token of theirs counts if it has a digit and a letter, or if the
    page had it before.
    """

    kind: str
    pattern: str
    identity: str | None
    wordlike: bool = False


def _word(pattern: str) -> str:
    return rf"(?<![\w]){pattern}(?![\w])"


SHAPES = (
    Shape("date", r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d| [+-]\d{4} UTC)?", None),
    Shape("date of a file", rf"{_MONTH} [ \d]\d (?:\d\d:\d\d(?::\d\d)?| \d{{4}})", None),
    Shape("clock", r"(?<![\w:])\d\d:\d\d:\d\d(?:\.\d+)?(?![\w:])", None),
    Shape("age", _word(_DURATION), None),
    Shape("latency", r"(?<![\w.])\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)* ?(?:ms|milliseconds)(?!\w)", None),
    Shape("size", r"(?<![\w.])(?!0B)\d+(?:\.\d+)? ?(?:[kMGT]i?)?B(?!\w)", None),
    Shape("join token", r"SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}", "join token"),
    Shape("digest", _word(r"sha256:[0-9a-f]{64}"), "hex id"),
    Shape("long id", _word(r"[0-9a-f]{64}"), "hex id"),
    Shape("short id", _word(r"[0-9a-f]{12}"), "hex id"),
    Shape("swarm id", _word(r"[0-9a-z]{25}"), "swarm id"),
    Shape("short swarm id", _word(r"[0-9a-z]{12}"), "swarm id", wordlike=True),
    Shape("task slot", r"(?<=[a-z]\.)\d+(?=\.[0-9a-z]{25}|\s|$)", "task slot"),
    Shape("network namespace", r"(?<=\b1-)[0-9a-z]{10}(?!\w)", "network namespace"),
    Shape("vxlan device", r"(?<=\bvx-[0-9a-f]{6}-)[0-9a-z]{5}(?!\w)", "vxlan device"),
    Shape("layer link", _word(r"[A-Z2-7]{26}"), "layer link"),
    Shape("MAC address", _word(r"[0-9a-f]{2}(?::[0-9a-f]{2}){5}"), "MAC address"),
    Shape("IPv4 address", r"(?<![\w.])(?!127\.|0\.0\.0\.0|255\.)\d{1,3}(?:\.\d{1,3}){3}(?!\w)", "IPv4 address"),
    Shape(
        "IPv6 address",
        rf"(?<![\w:.])(?:(?:[0-9a-f]{{1,4}}:){{7}}[0-9a-f]{{1,4}}|{_IPV6_GROUPS}::(?:{_IPV6_GROUPS})?)(?![\w:])",
        "IPv6 address",
    ),
    Shape("port", r"(?<=[:.])(?:3[2-9]|[45]\d|60)\d{3}(?!\w)", "port"),
    Shape("veth device", _word(r"veth[0-9a-f]{7}"), "veth device"),
    Shape("interface index", r"(?:(?<=@if)\d+|^\d+(?=: [\w.@-]+:))", "interface index"),
    Shape("process id", r"(?<=pid=)\d+", "process id"),
    Shape("sequence number", r"(?<=, seq )\d+(?=, length)", None),
    Shape("packet id", r"(?<=, id )\d+(?=, offset)", None),
    Shape("ping id", r"(?<=, id )\d+(?=, seq)", "ping id"),
)

NETWORK = Shape("IPv4 network", r"\d{1,3}(?:\.\d{1,3}){3}/\d{1,2}", "IPv4 network")

_TOKEN = re.compile("|".join(f"(?P<s{number}>{shape.pattern})" for number, shape in enumerate(SHAPES)))


@dataclass(frozen=True)
class Token:
    """A value of some shape in a line of text, at text[start:end]."""

    shape: Shape
    text: str
    start: int
    end: int


def tokens(line: str, exact: Container[str] = (), known: Container[tuple[str, str]] = ()) -> Iterator[Token]:
    """The sample values of one line, left to right.

    A value in `exact` is none; `known` holds the (identity, key) pairs of values that the page had before.
    """
    for match in _TOKEN.finditer(line):
        shape, text = SHAPES[int(match.lastgroup[1:])], match[0]
        if shape.kind == "IPv4 address" and (length := re.match(r"/\d{1,2}(?!\w)", line[match.end() :])):
            shape, text = (NETWORK, text + length[0]) if _is_network(text + length[0]) else (shape, text)
        sure = (
            not shape.wordlike
            or not (text.isalpha() or text.isdigit())
            or (shape.identity, key(text, shape.identity)) in known
        )
        if sure and text not in exact:
            yield Token(shape, text, match.start(), match.start() + len(text))


def _is_network(text: str) -> bool:
    """Whether "address/length" names a network of several addresses, not one address."""
    try:
        return ipaddress.ip_network(text).num_addresses > 1
    except ValueError:
        return False


def key(token: str, identity: str) -> str:
    """What is bound for a token: ids are bound by their first 12 digits, so that short and long forms agree."""
    if identity == "hex id":
        return token.removeprefix("sha256:")[:12]
    return token[:12] if identity == "swarm id" else token
