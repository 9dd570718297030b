"""The directives of a snippet, which say what is expected of the next command; transcript tells each to authors.

Who heeds them (all that reads `expects.`), which modules are of terminal/ where no other room is named:

- exits N: judge; complaints says what was expected; a recording writes it (proving.rewriting)
- in any order, quantities times N: judge hands both to matching; a topology is in any order (snippets.walkthrough)
- within N seconds: sessions (how long one run may take), executor (how long a read is repeated), and judge (when a
  recording need not read again)
- for a moment: executor; complaints names it to authors
- look at TEXT: site.fence, in transcripts alone (cells refuse it); snippets.command: the output must have it
"""

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
    look: str = ""


WORDS = {"N": r"(\d+)", "TEXT": r"(\S.*)"}
FORMS = {  # as they are told to authors, with one of WORDS at most; and what each sets, of what stands there
    "exits N": lambda number: {"exits": int(number)},
    "in any order": lambda: {"any_order": True},
    "within N seconds": lambda number: {"within": int(number)},
    "for a moment": lambda: {"passing": True},
    "quantities times N": lambda number: {"factor": int(number)},
    "look at TEXT": lambda text: {"look": text},
}


def expectation(line: str, before: Expectation | None, where: str) -> Expectation:
    """Add the directive that is `line` to `before`. Raises Problem if it is none of FORMS."""
    if not line.startswith(DIRECTIVE):
        raise Problem(f"{where}: a directive begins with '{DIRECTIVE}', like '{DIRECTIVE}exits 1'")
    words = line.removeprefix(DIRECTIVE)
    for form, sets in FORMS.items():
        pattern = re.sub(r"\b(N|TEXT)\b", lambda word: WORDS[word[0]], re.escape(form))
        if match := re.fullmatch(pattern, words):
            return replace(before or Expectation(), **sets(*match.groups()))
    raise Problem(f"{where}: unknown directive '{words}'; known are: {', '.join(FORMS)}")
