"""The built HTML of a page, held against the fences that it publishes: each must be there, as often, for all to see,
and nothing else that looks like code.

Markdown has other ways to code than a fence (an indented paragraph, HTML), and ways to hide or to break one (a comment,
an element that is hidden, a macro in a list); the ledger reads fences, so that none of these is known to it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from overnet.pages.published import Fence, Page

ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What may be around a block, with no class of the theme (md-…): nothing else is known to show what is in it.
FRAMES = {"article", "blockquote", "dd", "details", "div", "dl", "figure", "li", "ol", "ul"}
ATTRIBUTES = re.compile(r"class|id|open|tabindex|data-.*")
# A word of highlighted code, which holds nothing but text. Most of a page is such words: they are read as their text.
TOKEN = re.compile(r'<span class="(?!on")(?:[a-z][a-z0-9]{0,2}|whole)">([^<]*)</span>')
PREFORMATTED = {"listing", "plaintext", "pre", "textarea", "xmp"}
CODE = {"code", "kbd", "samp", "tt"}
CLASSES = {"highlight", "session", "terminal"}  # what the stylesheet shows as code


@dataclass
class Block:
    """Code in HTML: what a fence became, or what looks like it. `framed`: nothing is around it that could hide it.
    `partly`: readers of some engines do not see it, and it is no variant. `copied` is what each copy button of a
    terminal yields, and the commands that the terminal shows."""

    snippet: str = ""
    framed: bool = True
    partly: bool = False
    text: str = ""
    copied: list[tuple[str, str]] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return self.snippet, self.text.rstrip("\n")


def faults(page: Page, html: Path) -> Iterator[str]:
    """A line (`docs/…:line: …`) for each difference between a page's fences and its built HTML."""
    blocks = read(html.read_text("utf-8"))
    wanted = Counter(_key(fence) for fence in page.fences)
    there = Counter(block.key for block in blocks)
    missing, extra = wanted - Counter(block.key for block in blocks if block.framed), there - wanted
    for fence in page.fences:
        if missing[_key(fence)]:
            missing[_key(fence)] -= 1
            how = "is in an element that may hide it" if there[_key(fence)] else "is no block of code on the built page"
            yield f"{page.place(fence)}: this fence {how}: {_begin(fence.text)}"
    for block in blocks:
        if extra[block.key]:
            extra[block.key] -= 1
            yield f"{page.find(_begin(block.text))}: nothing proves this code: {_begin(block.text)}"
        if block.partly and block.framed:
            yield f"{page.find(_begin(block.text))}: this code is hidden on some engines: {_begin(block.text)}"
        for copied, commands in block.copied:
            if copied != commands:
                yield f"{page.find(_begin(commands))}: a copy button yields other commands than it shows: {_begin(commands)}"


def _key(fence: Fence) -> tuple[str, str]:
    """What a fence and its block have in common; a diagram's block does not name its snippet."""
    return "" if fence.language == "mermaid" else fence.snippet or "", fence.text


def _begin(text: str) -> str:
    return text.strip().partition("\n")[0]


def read(html: str) -> list[Block]:
    """The blocks of code in the article of a built page."""
    reader = _Reader()
    article = ARTICLE.search(html)
    text = TOKEN.sub(r"\1", article[0] if article else html)
    reader.feed(TOKEN.sub(r"\1", text))  # words of words
    return reader.blocks


@dataclass
class _Element:
    tag: str
    frames: bool = True  # it shows what is in it
    framed: bool = True  # by itself, and all around it
    partly: bool = False
    block: Block | None = None
    collects: str = ""  # where its text goes: "text" or "commands" of the block
    suspect: Block | None = None  # a <code> outside of a block: a block itself if it has line breaks


class _Reader(HTMLParser):
    """Collects the blocks; see read."""

    def __init__(self) -> None:
        super().__init__()
        self.elements = [_Element("")]
        self.blocks: list[Block] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        up = self.elements[-1]
        if tag in VOID:
            self._break(tag, up)
            return
        names = {name: value or "" for name, value in attributes}
        classes, style = set(names.get("class", "").split()), re.sub(r"\s", "", names.get("style", "")).lower()
        plain = all(map(ATTRIBUTES.fullmatch, names)) and not any(name.startswith("md-") for name in classes)
        frames = tag == "article" or (tag in FRAMES and plain)
        partly = up.partly or ("on" in classes and "variant" not in classes)
        here = _Element(tag, frames, up.framed and frames, partly, up.block, up.collects, up.suspect)
        self.elements.append(here)
        made = "mermaid" in classes or "data-snippet" in names or ("data-excuse" in names and tag != "code")
        looks = tag in PREFORMATTED or (tag not in CODE and bool(CLASSES & classes)) or "white-space:pre" in style
        if not up.block and (made or looks):
            here.block, here.suspect = Block(names.get("data-snippet", ""), plain and up.framed, partly), None
            here.collects = "" if made and tag not in PREFORMATTED else "text"
            self.blocks.append(here.block)
        elif not up.block and tag in CODE:
            here.suspect = Block()
        elif up.block and "data-copy" in names:
            here.block.copied.append((names["data-copy"], ""))
        if here.block and tag == "pre":
            here.collects = "text"
        if here.block and here.block.copied and "command" in classes:
            self._commands(here.block, "\n" if here.block.copied[-1][1] else "")
            here.collects = "commands"

    def _break(self, tag: str, up: _Element) -> None:
        if tag == "br" and up.suspect:
            up.suspect.text += "\n"
            if up.suspect not in self.blocks:
                self.blocks.append(up.suspect)
        elif tag == "br" and up.collects:
            up.block.text += "\n"

    @staticmethod
    def _commands(block: Block, text: str) -> None:
        copied, commands = block.copied[-1]
        block.copied[-1] = copied, commands + text

    def handle_endtag(self, tag: str) -> None:
        """Close the element of this tag, and the frames left open in it. All else has its own end, since
        `<p><template></p>` does not end in a browser."""
        for number in range(len(self.elements) - 1, 0, -1):
            if self.elements[number].tag == tag:
                del self.elements[number:]
                return
            if not self.elements[number].frames:
                return

    def handle_data(self, data: str) -> None:
        here = self.elements[-1]
        if here.suspect:
            here.suspect.text += data
        elif here.block and here.collects:
            here.block.text += data
            if here.collects == "commands":
                self._commands(here.block, data)
