"""Stray code: blocks of preformatted text in the built HTML that no fence of the ledger accounts for.

Markdown has other ways to a code block than a fence (an indented paragraph, HTML), and the ledger reads fences; so
the built pages are held against it too.
"""

from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Finder(HTMLParser):
    """Collects the text of each <pre> that is in no element which a fence, a diagram or a receipt made."""

    def __init__(self) -> None:
        super().__init__()
        self.claims: list[bool] = []
        self.stray: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        names = dict(attributes)
        classes = (names.get("class") or "").split()
        made = bool({"mermaid", "receipt"} & set(classes)) or bool(names.keys() & {"data-snippet", "data-excuse"})
        self.claims.append(made or bool(self.claims and self.claims[-1]))
        if tag == "pre" and not self.claims[-1]:
            self.stray.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.claims:
            self.claims.pop()
        if tag == "pre":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.stray[-1] += data


def stray_code(html: Path) -> list[str]:
    """The texts of the code blocks of a built page that nothing accounts for."""
    finder = _Finder()
    finder.feed(html.read_text("utf-8"))
    return [text.strip() for text in finder.stray]
