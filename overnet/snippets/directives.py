"""The directives of a snippet, which say what is expected of the next command; transcript tells each to authors."""

import re
from dataclasses import dataclass, replace

from overnet.errors import Problem

DIRECTIVE = "#: "


@dataclass(frozen=True)
class Expectation:
    """What the directives before a command ask of it."""

    exits: int = 0
    any_order: bool = False
    within: int | None = None
    passing: bool = False
    factor: int | None = None


FORMS = {  # as they are told to authors, and what each sets, of its number
    "exits N": lambda number: {"exits": number},
    "in any order": lambda _: {"any_order": True},
    "within N seconds": lambda number: {"within": number},
    "for a moment": lambda _: {"passing": True},
    "quantities times N": lambda number: {"factor": number},
}


def expectation(line: str, before: Expectation | None, where: str) -> Expectation:
    """Add the directive that is `line` to `before`. Raises Problem if it is none of FORMS."""
    if not line.startswith(DIRECTIVE):
        raise Problem(f"{where}: a directive begins with '{DIRECTIVE}', like '{DIRECTIVE}exits 1'")
    words = line.removeprefix(DIRECTIVE)
    for form, sets in FORMS.items():
        if match := re.fullmatch(form.replace("N", r"(\d+)"), words):
            return replace(before or Expectation(), **sets(int(match[1]) if match.groups() else None))
    raise Problem(f"{where}: unknown directive '{words}'; known are: {', '.join(FORMS)}")
