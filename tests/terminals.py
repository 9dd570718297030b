"""Terminals: a program that is run on one, and what a person sees there in the end."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from types import TracebackType

from overnet.project import ROOT

SECONDS = 60
SIGNS = re.compile(r"\x1b\[\?25[lh]|\x1b\[(\d*)([A-Za-z])|[\r\n]|[^\x1b\r\n]+")


class Terminal:
    """A Python script that runs on a terminal of 100 columns, and reads what the test writes from a pipe."""

    def __init__(self, script: str, *arguments: str, **environment: str) -> None:
        self.written = ""
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "30", **environment},
            stdin=subprocess.PIPE,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.process.kill()
        self.process.communicate()
        os.close(self._ours)

    def until(self, pattern: str) -> None:
        """Wait until what is on the screen has this pattern in it."""
        deadline = time.monotonic() + SECONDS
        while not re.search(pattern, "\n".join(self.screen())):
            assert self._more(deadline), f"{pattern!r} is not there: {self.written!r}"

    def end(self) -> int:
        """Let the script read the end of its input, wait until it has ended, and return its exit status."""
        self.process.stdin.close()
        self.process.stdin = None
        while self._more(time.monotonic() + SECONDS):
            pass
        return self.process.wait(SECONDS)

    def _more(self, deadline: float) -> bool:
        """Read on. False if nothing comes until the deadline, or ever."""
        if not select.select([self._ours], [], [], max(deadline - time.monotonic(), 0))[0]:
            return False
        try:
            self.written += os.read(self._ours, 65536).decode(errors="replace")
        except OSError:  # as Linux says that nobody has it open any more
            return False
        return True

    def screen(self) -> list[str]:
        """The lines on it, down to the last that is not empty. Raises AssertionError for a sequence that moves in
        another way than live lines do."""
        rows, row, column = [""], 0, 0
        for sign in SIGNS.finditer(self.written):
            text, (number, letter) = sign[0], sign.groups()
            if text == "\r":
                column = 0
            elif text == "\n":
                row += 1
                rows += [""] * (row == len(rows))
            elif letter == "A":
                row -= int(number or 1)
            elif letter == "K":
                rows[row] = ""
            elif not text.startswith("\x1b"):
                rows[row] = rows[row].ljust(column)[:column] + text + rows[row][column + len(text) :]
                column += len(text)
            else:
                assert letter in (None, "m"), f"{text!r} in {self.written!r}"
        return "\n".join(line.rstrip() for line in rows).rstrip("\n").split("\n")

    @property
    def has_cursor(self) -> bool:
        return self.written.rfind("\x1b[?25h") >= self.written.rfind("\x1b[?25l")
