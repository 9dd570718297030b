"""The page whose macros run."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from overnet.project import SNIPPETS
from overnet.receipts.status import Standing, of_page, today
from overnet.snippets.walkthrough import Walkthrough, load

walkthrough = cache(load)  # each is read once in a build


def is_walked(name: str) -> bool:
    """Whether the page of this name has a walkthrough."""
    return (SNIPPETS / name / "lab.yml").exists()


@dataclass(frozen=True)
class Here:
    """A page that has a walkthrough: where its tracks stand on `day`, and in which language it is."""

    walkthrough: Walkthrough
    standings: list[Standing]
    language: str
    day: date


def here(name: str, language: str, source: str) -> Here:
    """The page `name` ("network/bridge"), whose Markdown, as its author wrote it, is `source`. Raises Problem for a
    fault in its walkthrough."""
    there, day = walkthrough(name), today()
    return Here(there, of_page(there, source, day), language, day)
