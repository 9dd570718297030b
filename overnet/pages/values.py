"""The values that prose names: each must be one that the page's own blocks print or type.

What may be named all the same is in known.yml, which says why, or carries its reason on the page:
`172.28.1.5/24`{ data-excuse="as it should not be" }. Readers do not see it.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from overnet.pages.published import Page
from overnet.pages.spans import Span, spans
from overnet.snippets.fences import fences_of
from overnet.snippets.walkthrough import Walkthrough

KNOWN = Path(__file__).parent / "known.yml"
WORD = re.compile(r"[\w.:/@%+-]+", re.ASCII)
# Behind `sudo`, variables, or a prompt, too.
DOCKER = re.compile(
    r"(?:(?:sudo|\w+=\S*|[\w-]*\$) )*docker (?:(?:builder|buildx|compose|container|context|image|network|node|service|stack|swarm|system|volume) )?\S+"
)
OPTION = re.compile(r"(?<!\S)--[a-z][a-z0-9-]+")
NAME = re.compile(r"[a-z][a-z0-9_.-]+")
ADDRESS = re.compile(
    r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d+)?(?!\w|\.\d)"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:[0-9a-f:]*:[0-9a-f]{0,4}|::[0-9a-f:]+)(?:/\d+)?(?![\w:])",
    re.ASCII | re.IGNORECASE,
)


class Blocks:
    """What the blocks of some walkthroughs print and type: commands, outputs, measured diagrams, and what the lab card
    says of hosts, daemon settings and images."""

    def __init__(self, walkthroughs: list[Walkthrough]):
        self.text = "\n".join(text for there in walkthroughs for text in _texts(there))
        self.has = cache(self._has)

    def _has(self, word: str) -> bool:
        """Whether `word` stands there as a whole: not as a part of a longer word, number or address."""
        return bool(re.search(rf"(?<!\w)(?<!\d\.){re.escape(word)}(?!\w|\.\d)", self.text, re.ASCII))


def _texts(there: Walkthrough) -> Iterator[str]:
    yield from (*there.hosts, *there.addresses, *there.images, json.dumps(there.daemon))
    for snippet in there.snippets.values():
        yield from fences_of(snippet, "en")


def faults(pages: list[Page], walkthroughs: list[Walkthrough]) -> Iterator[str]:
    """A line (`docs/…:line: …`) for each span of prose that names what no block has. A page without a walkthrough may
    name what the blocks of any page have."""
    site = Blocks(walkthroughs)
    blocks = {there.name: Blocks([there]) for there in walkthroughs}
    for page in pages:
        for span in spans(page):
            if fault := fault_of(span, blocks.get(page.name, site), site):
                yield f"{page.place(span)}: {fault}"


def fault_of(span: Span, blocks: Blocks, site: Blocks) -> str:
    """What is wrong with a span: without an excuse, it names a value that the `blocks` of its page do not have, or an
    option that those of the whole `site` do not have; "" if nothing is."""
    if span.excuse:
        return ""
    missing = [value for value in named(span) if value not in known() and not blocks.has(value)]
    missing += [option for option in options(span) if option not in known() and not site.has(option)]
    return f"no block prints or types '{missing[0]}'" if missing else ""


def named(span: Span) -> list[str]:
    """The values that a span names, which a reader could act on.

    In running text: addresses and subnets. In inline code: each word with a digit in it (addresses, ids, ports, sizes,
    versions, names); the whole, if it is one name (a container, a network, a program); and each name that is an
    argument of a `docker` command.
    """
    if span.html:
        return []
    if not span.code:
        return [found[0] for found in ADDRESS.finditer(span.text)]
    words = [word for found in WORD.finditer(span.text) if (word := found[0].strip(".:/@%+-"))]
    values = [word for word in words if re.search(r"\d", word)]
    arguments = DOCKER.sub("", span.text).split() if DOCKER.match(span.text) else []
    names = [
        span.text,
        *(part for argument in arguments for part in re.split("[:,]", argument.rpartition("=")[2].strip("\"'"))),
    ]
    return list(dict.fromkeys([*values, *(name.rstrip(".-") for name in names if NAME.fullmatch(name))]))


def options(span: Span) -> list[str]:
    """The long options in inline code that is an option, or a `docker` command."""
    is_option = span.text.startswith("--") or DOCKER.match(span.text)
    return OPTION.findall(span.text) if span.code and is_option else []


@cache
def known() -> frozenset[str]:
    """What prose may name on every page."""
    return frozenset(str(word) for words in yaml.safe_load(KNOWN.read_text("utf-8")).values() for word in words)
