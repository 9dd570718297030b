"""Tables: an output whose header names its columns is compared by columns.

A header is a line of at least two names in capitals, set off by two spaces or more. A line under it, up to the next
empty one, is a row if it has two cells or more and each begins where its column does; an empty cell is a cell.
"""

import re
from itertools import pairwise

_NAME = r"[A-Z][A-Z0-9_/%().-]*(?: [A-Z0-9_/%().-]+)*"
_HEADER = re.compile(rf"{_NAME}(?: {{2,}}{_NAME})+")
# What `docker service ps` puts before the name of a task that came before.
_HISTORY = "\\_ "
BORDER = "\x1f"
# How the docker command sets its columns: https://github.com/docker/cli/blob/v29.7.2/cli/command/formatter/formatter.go
_GAP, _LEAST = 3, 10


def rows(lines: list[str]) -> list[str | None]:
    """For each line its cells, joined by BORDER, if it is a header or a row; "" if it stands under a header and is no
    row; None if there is no header above it."""
    found: list[str | None] = []
    starts: list[int] = []
    for line in lines:
        if _HEADER.fullmatch(line.rstrip()):
            starts = [0, *(match.end() for match in re.finditer(" {2,}", line.rstrip()))]
        elif not line.strip():
            starts = []
        found.append(_row(line, starts) if starts else None)
    return found


def _row(line: str, starts: list[int]) -> str:
    line = line.rstrip(" ")
    if any(len(line) > start and line[start - 1] != " " for start in starts[1:]):
        return ""
    cells = [line[begin:end] for begin, end in pairwise([*starts, None])]
    if any(cell.startswith(" ") and cell.strip() and not cell.lstrip().startswith(_HISTORY) for cell in cells):
        return ""
    stripped = [cell.strip(" ") for cell in cells]
    return BORDER.join(stripped) if sum(map(bool, stripped)) > 1 else ""


def laid_out(table: list[str]) -> list[str]:
    """The lines of one table, given by their cells, with its columns as wide as they need to be."""
    cells = [line.split(BORDER) for line in table]
    widths = [max(max(map(len, column)) + _GAP, _LEAST) for column in zip(*cells)]
    return ["".join(map(str.ljust, line, widths)).rstrip(" ") for line in cells]
