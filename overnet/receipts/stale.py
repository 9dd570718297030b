"""What no longer holds, as the text of an issue."""

import re
from collections.abc import Iterable

from overnet.counted import counted
from overnet.receipts.store import Failure
from overnet.snippets.escapes import printable

MOST = 60_000  # characters; an issue takes 65,536, with what else is said in it


def stale(failures: Iterable[Failure]) -> str:
    """Markdown that has, for each of the failures, what the run said of it; "" if there is none. Those that make it
    longer than MOST are left out, and counted at its end."""
    text, left_out = "", 0
    for failure in failures:
        section = _section(failure)
        if len(text) + len(section) > MOST:
            left_out += 1
        else:
            text += section
    return text + (f"Left out, as an issue takes no more: {counted(left_out, 'track')}.\n" if left_out else "")


def _section(failure: Failure) -> str:
    """A heading, and the text in a fence that nothing in it ends."""
    said = printable(failure.text)
    fence = "`" * max([3, *(len(ticks) + 1 for ticks in re.findall("`+", said))])
    return f"### {failure.walkthrough} ({failure.track}, {failure.engine})\n\n{fence}diff\n{said}\n{fence}\n\n"
