"""Which English text a translated page is of: the page says so itself, in its front matter, and so can be found old."""

import hashlib
import re
from pathlib import Path

from overnet.errors import Problem
from overnet.pages.published import LANGUAGES
from overnet.project import DOCS

STAMP = re.compile(r"\A---\nenglish: (\w+)\n---\n\n?")


def is_old(language: str, name: str, docs: Path = DOCS) -> bool:
    """Whether the page `name` ("network/bridge") of `language` is of another text than the English page, if there is
    one, has now."""
    if language == LANGUAGES[0] or not (docs / LANGUAGES[0] / f"{name}.md").exists():
        return False
    found = STAMP.match((docs / language / f"{name}.md").read_text("utf-8"))
    return not found or found[1] != _digest(name, docs)


def stamp(language: str, name: str, docs: Path = DOCS) -> None:
    """Write into the page that it is a translation of the English page as that is now."""
    file = docs / language / f"{name}.md"
    text = STAMP.sub("", file.read_text("utf-8"))
    file.write_text(f"---\nenglish: {_digest(name, docs)}\n---\n\n{text}", "utf-8")


def _digest(name: str, docs: Path) -> str:
    """The first digits of the SHA-256 of the English page's Markdown."""
    return hashlib.sha256((docs / LANGUAGES[0] / f"{name}.md").read_bytes()).hexdigest()[:16]


def translated(name: str) -> None:
    """Stamp all translations of a page. Raises Problem if the page is not there in every language."""
    if missing := [each for each in LANGUAGES if not (DOCS / each / f"{name}.md").exists()]:
        raise Problem(f"docs/{missing[0]}/{name}.md does not exist")
    for language in LANGUAGES[1:]:
        stamp(language, name)
