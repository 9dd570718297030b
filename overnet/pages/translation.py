"""Which English text a translated page is of: the page says so itself, in its front matter, and so can be found old.

`python -m overnet.translation PAGE…` writes into each translation of the pages that it is one of the English text
as it is now: to be called by who has just brought it up to date.
"""

import hashlib
import re
import sys
from pathlib import Path

from overnet.published import LANGUAGES
from overnet.walkthrough import ROOT

STAMP = re.compile(r"\A---\nenglish: (\w+)\n---\n\n?")
DOCS = ROOT / "docs"


def is_old(language: str, name: str, docs: Path = DOCS) -> bool:
    """Whether the page `name` ("network/bridge") of `language` is of another text than the English page has now."""
    if language == LANGUAGES[0]:
        return False
    found = STAMP.match((docs / language / f"{name}.md").read_text())
    return not found or found[1] != _digest(name, docs)


def stamp(language: str, name: str, docs: Path = DOCS) -> None:
    """Write into the page that it is a translation of the English page as that is now."""
    file = docs / language / f"{name}.md"
    text = STAMP.sub("", file.read_text())
    file.write_text(f"---\nenglish: {_digest(name, docs)}\n---\n\n{text}")


def _digest(name: str, docs: Path) -> str:
    """The first digits of the SHA-256 of the English page's Markdown."""
    return hashlib.sha256((docs / LANGUAGES[0] / f"{name}.md").read_bytes()).hexdigest()[:16]


def main() -> None:
    if not sys.argv[1:]:
        sys.exit("say which pages, like network/bridge")
    for name in sys.argv[1:]:
        for language in LANGUAGES[1:]:
            if not all((DOCS / each / f"{name}.md").exists() for each in (LANGUAGES[0], language)):
                sys.exit(f"docs/{language}/{name}.md, or the English page beside it, does not exist")
            stamp(language, name)


if __name__ == "__main__":
    main()
