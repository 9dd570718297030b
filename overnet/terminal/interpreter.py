"""A Python interpreter on a host, which runs the cells of a page."""

import re
import time
from pathlib import Path

from overnet.labs.host import Host
from overnet.terminal.session import Answer, Session

CELLS = (Path(__file__).parent / "cells_in_host.py").read_text("utf-8")


class Interpreter(Session):
    """A Python interpreter that runs cell after cell in one namespace."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, ["sh", "-c", 'exec python3 -c "$0" 2>&1', CELLS])
        self._end = re.compile(rb"\n%s (\d+)\n" % self._mark.encode())

    def run(self, text: str, seconds: float, file: str, line: int) -> Answer:
        """Run the cell `text`, which tracebacks call `file`, from `line` on. Raises Unfinished, SessionEnded."""
        self._stream.write(f"{(text, file, line, self._mark)!r}\n".encode())
        printed, status = self._until(self._end, time.monotonic() + seconds)
        return Answer(printed.decode(errors="replace"), int(status))
