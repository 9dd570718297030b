"""One process on a host that is asked one thing after the other, and keeps its state between them."""

import re
import secrets
from dataclasses import dataclass

from overnet.errors import Problem
from overnet.labs.host import Host

ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "dumb",
    "COLUMNS": "120",
    "HOME": "/root",
    "PYTHONUNBUFFERED": "1",
}


@dataclass(frozen=True)
class Answer:
    """What one command printed (stdout and stderr as they came) and its exit status; a Python cell that raised has
    1."""

    output: str
    status: int


class SessionEnded(Exception):
    """The shell or interpreter is gone: the command ended it, or the host died. str() is what was printed."""


class Unfinished(TimeoutError):
    """A command did not end in time. str() is what it printed so far."""


class Unfit(Problem):
    """A text that is not one command that a reader could copy; `line` is the one of its lines, from 0, where that
    shows."""

    def __init__(self, line: int, said: str) -> None:
        super().__init__(said)
        self.line = line


class Session:
    """A process on a host that is sent one command after the other. Ends with `close()`."""

    def __init__(self, host: Host, argv: list[str]) -> None:
        self._stream = host.spawn(argv, ENVIRONMENT)
        self._mark = f"end-of-output-{secrets.token_hex(8)}"
        self._received = bytearray()

    def _until(self, mark: re.Pattern[bytes], deadline: float) -> tuple[bytes, bytes]:
        """What is printed until `mark`, and the first group of the mark.

        Raises Unfinished when that takes longer than `deadline`, SessionEnded when the process ends.
        """
        while not (found := mark.search(self._received)):
            try:
                chunk = self._stream.read(deadline)
            except TimeoutError:
                raise Unfinished(self._received.decode(errors="replace")) from None
            if not chunk:
                raise SessionEnded(self._received.decode(errors="replace"))
            self._received += chunk
        printed, self._received = self._received[: found.start()], self._received[found.end() :]
        return bytes(printed), found[1]

    def close(self) -> None:
        self._stream.close()
