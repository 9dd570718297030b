"""An excuse is an attribute of inline code or of a fence. After plain text nothing takes it, and readers would see
it."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
TAKEN = re.compile(r"`\{ data-excuse=|^```\S* \{ data-excuse=")
EXCUSE = re.compile(r"\{ data-excuse=")


def seen(text: str) -> list[int]:
    """The lines of a page, from 1, in which an excuse would be read.

    >>> seen('a `b`{ data-excuse="c" }'), seen('TCP 2377{ data-excuse="c" }')
    ([], [1])
    """
    lines = enumerate(text.split("\n"), 1)
    return [number for number, line in lines if EXCUSE.search(TAKEN.sub("", line))]


def test_an_excuse_after_plain_text_is_seen() -> None:
    assert seen('a `b`{ data-excuse="c" } and 2377{ data-excuse="d" }\n```ini { data-excuse="e" }') == [1]


def test_no_page_shows_an_excuse() -> None:
    shown = {str(page.relative_to(DOCS)): seen(page.read_text()) for page in DOCS.rglob("*.md")}
    assert {page: lines for page, lines in shown.items() if lines} == {}
