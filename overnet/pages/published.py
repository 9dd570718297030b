"""Published Markdown: what a page is after its macros, and the code fences in it.

The site's build writes it (see macros); the harness reads nothing else.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from overnet.project import ROOT

PUBLISHED = "OVERNET_PUBLISHED"  # the environment variable that tells a build where to write published Markdown
LANGUAGES = ("en", "zh")


@dataclass(frozen=True)
class Fence:
    """One code fence. `line` is the 1-based line of its opening in the published page."""

    language: str
    attributes: dict[str, str]
    text: str
    line: int

    @property
    def snippet(self) -> str | None:
        """The path of the snippet it claims to publish."""
        return self.attributes.get("data-snippet")


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

    @property
    def fences(self) -> list[Fence]:
        tokens = parser().parse(self.text)
        return [_fence(token.info, token.content, token.map[0] + 1) for token in tokens if token.type == "fence"]

    @property
    def headings(self) -> list[tuple[str, str]]:
        """(level, id) of each heading; the id is "" where the page gives none."""
        pairs = pairwise(parser().parse(self.text))
        return [(token.tag, _heading_id(inline.content)) for token, inline in pairs if token.type == "heading_open"]

    def source_line(self, fence: Fence) -> int:
        """The line of docs/ at which a fence that was typed into the page begins; 1 where it is not found."""
        published = [line.strip() for line in self.text.split("\n")]
        opening = published[fence.line - 1]
        before = published[: fence.line - 1].count(opening)
        lines = (ROOT / self.source).read_text("utf-8").split("\n")
        numbers = [number for number, line in enumerate(lines, 1) if line.strip() == opening]
        return numbers[before] if before < len(numbers) else 1


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


def _fence(info: str, text: str, line: int) -> Fence:
    info = info.strip()
    if not info.startswith("{"):
        return Fence(info.split()[0] if info else "", {}, text.rstrip("\n"), line)
    attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', info))
    language = re.search(r"\.([\w-]+)", info)
    return Fence(language[1] if language else "", attributes, text.rstrip("\n"), line)


def _heading_id(content: str) -> str:
    found = re.search(r"\{\s*#([\w-]+)[^}]*\}\s*$", content)
    return found[1] if found else ""
