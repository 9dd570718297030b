"""Published Markdown: what a page is after its macros, and the code fences in it.

The site's build writes it (see site.macros); the harness reads nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from overnet.pages.calls import ON
from overnet.project import ROOT

PUBLISHED = "OVERNET_PUBLISHED"  # the environment variable that tells a build where to write published Markdown
LANGUAGES = ("en", "zh")
# The excuses of what a page tells of runs, which may end while a site is built.
OF_RUNS = (TRANSCRIPT, FAILURE) = ("what the last run sent and got", "what the failed run said")

# What is between the marks of a fence and the end of their line, as SuperFences reads it: `sh {data-excuse="…"}`,
# `{.sh data-excuse="…"}`; see RE_NESTED_FENCE_START in pymdownx/superfences.py.
INFO = re.compile(r"\.?(?P<language>[\w#.+-]*)[ \t]*(?:\{(?P<attributes>.*)\})?")
SPAN = re.compile(r"<span class='on [^']*'>|</span>")


def is_called(page: str, names: Sequence[str]) -> bool:
    """Whether a page's path is one of `names`, or in a folder that is one ("overlay/", or "overlay"); or there is no
    name."""
    return not names or any(f"{page}/".startswith(f"{name.rstrip('/')}/") for name in names)


class Placed(Protocol):
    """What stands on a 1-based line of a published page."""

    @property
    def line(self) -> int: ...


@dataclass(frozen=True)
class Fence:
    """One code fence. `line` is the 1-based line of its opening in the published page."""

    language: str
    attributes: dict[str, str]
    text: str
    line: int
    closed: bool = True

    @property
    def snippet(self) -> str | None:
        """The path of the snippet it claims to publish."""
        return self.attributes.get("data-snippet")


@dataclass(frozen=True)
class Heading:
    """A heading on a line of the published page: its tag, and its id, which is "" where the page gives none."""

    tag: str
    id: str
    line: int


@dataclass(frozen=True)
class Page:
    """One published page. `name` is its path without suffix ("network/bridge"), the same in every language; `file`
    is where its published Markdown is."""

    language: str
    name: str
    file: Path

    @cached_property
    def text(self) -> str:
        return self.file.read_text("utf-8")

    @property
    def source(self) -> str:
        """The page's source as messages name it."""
        return f"docs/{self.language}/{self.name}.md"

    @cached_property
    def _parsed(self) -> tuple[list[Token], dict]:
        """Its blocks, and what its links by reference lead to."""
        links: dict = {}
        return parser().disable("inline").parse(self.text, links), links

    @property
    def tokens(self) -> list[Token]:
        """Its blocks; what is inside a line of text is not parsed."""
        return self._parsed[0]

    @cached_property
    def prose(self) -> list[Token]:
        """Its blocks, with what is inside their lines of text."""
        tokens, links = self._parsed
        inside = parser().disable(["normalize", "block"])
        inside.core.process(StateCore(self.text, inside, links, tokens))
        return tokens

    @cached_property
    def fences(self) -> list[Fence]:
        lines = self.text.split("\n")
        return [_fence(token, lines[token.map[1] - 1]) for token in self.tokens if token.type == "fence"]

    @cached_property
    def headings(self) -> list[Heading]:
        """Its headings, in order."""
        return [
            Heading(token.tag, heading_id(inline.content), token.map[0] + 1)
            for token, inline in pairwise(self.tokens)
            if token.type == "heading_open"
        ]

    def place(self, placed: Placed) -> str:
        """The place (`docs/…:line`) of a line of the published page."""
        return f"{self.source}:{self.source_line(placed)}"

    def find(self, text: str) -> str:
        """The place of the first line of the page's source that has `text`; the source alone where none has."""
        lines = (ROOT / self.source).read_text("utf-8").split("\n")
        number = next((number for number, line in enumerate(lines, 1) if text and text in line), 0)
        return f"{self.source}:{number}" if number else self.source

    def source_line(self, placed: Placed) -> int:
        """The line of docs/ at which a line of the published page was typed, or the call is that published it; 1 where
        it is not found."""
        published = [line.strip() for line in self.text.split("\n")]
        line = published[placed.line - 1]
        before = published[: placed.line - 1].count(line)
        lines = (ROOT / self.source).read_text("utf-8").split("\n")
        numbers = [number for number, typed in enumerate(lines, 1) if unmarked(typed).strip() == unmarked(line)]
        if before < len(numbers):
            return numbers[before]
        step = re.search(r'data-snippet="[^"]*/([^"/@]+)(?:@[^"/]*)?\.\w+"', line)
        call = re.compile(rf"""\[\[=.*["']{re.escape(step[1])}["']""") if step else None
        return next((number for number, typed in enumerate(lines, 1) if call and call.search(typed)), 1)


def unmarked(line: str) -> str:
    """A line without the marks of what is said of some engines only, as it was typed or published."""
    return SPAN.sub("", ON.sub(lambda sentence: sentence["text"], line))


def parser() -> MarkdownIt:
    """A Markdown parser that sees the fences inside content tabs, admonitions and lists: what is indented by four
    spaces is a nested block in MkDocs, never literal code."""
    return MarkdownIt("commonmark").disable("code")


def pages(root: Path) -> list[Page]:
    """All pages published below the folder `root`, in all languages, by name."""
    found = []
    for language in LANGUAGES:
        for file in sorted((root / language).rglob("*.md")):
            name = str(file.relative_to(root / language).with_suffix(""))
            found.append(Page(language, name, file))
    return found


def attributes(text: str) -> list[tuple[str, str]]:
    """The attributes in what is between the braces of an attribute list, as MkDocs reads them: classes are called
    "."."""
    return [(name, value or "") for name, value in get_attrs_and_remainder(text)[0]]


def heading_id(content: str) -> str:
    """The id that a heading's text ends in; "" if it has none."""
    found = re.search(r"\{\s*#([\w-]+)[^}]*\}\s*$", content)
    return found[1] if found else ""


def _fence(token: Token, last: str) -> Fence:
    """The fence of a token whose last line is `last`."""
    info = INFO.match(token.info.strip())
    found = attributes(info["attributes"] or "")
    classes = [value for name, value in found if name == "."]
    language = info["language"] or (classes[0] if classes else "")
    named = {name: value for name, value in found if name != "."}
    lines = token.map[1] - token.map[0]
    closed = lines > 1 and bool(re.fullmatch(rf"[> \t]*{re.escape(token.markup)}{token.markup[0]}*[ \t]*", last))
    return Fence(language, named, token.content.rstrip("\n"), token.map[0] + 1, closed)
