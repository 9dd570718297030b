"""One long-lived shell, and one Python interpreter, on a host: state persists as in a reader's terminal."""

import re
import secrets
import shlex
import time
from dataclasses import dataclass
from pathlib import Path

from overnet.labs.host import Host

ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "dumb",
    "COLUMNS": "120",
    "HOME": "/root",
    "PYTHONUNBUFFERED": "1",
}
INTERPRETER = (Path(__file__).parent / "interpreter.py").read_text("utf-8")


@dataclass(frozen=True)
class Result:
    """What one command printed (stdout and stderr as they came) and its exit status; a Python cell that raised has 1."""

    output: str
    status: int


class SessionEnded(Exception):
    """The shell or interpreter is gone: the command ended it, or the host died."""


class Session:
    """A process on a host that is sent one command after the other. Ends with `close()`."""

    def __init__(self, host: Host, argv: list[str]):
        self._stream = host.spawn(argv, ENVIRONMENT)
        self._mark = f"end-of-output-{secrets.token_hex(8)}"
        self._received = bytearray()

    def _ask(self, question: str, seconds: float) -> Result:
        """Send `question`; it must print a newline, the mark, a space, a status and a newline at its end.

        Raises TimeoutError when that takes more than `seconds`, SessionEnded when the process ends.
        """
        deadline = time.monotonic() + seconds
        end = re.compile(rb"\n%s (\d+)\n" % self._mark.encode())
        self._stream.write(question.encode())
        while not (found := end.search(self._received)):
            chunk = self._stream.read(deadline)
            if not chunk:
                raise SessionEnded(self._received.decode(errors="replace"))
            self._received += chunk
        output, self._received = self._received[: found.start()], self._received[found.end() :]
        return Result(output.decode(errors="replace"), int(found[1]))

    def close(self) -> None:
        self._stream.close()


class Shell(Session):
    """A bash without profile, prompt or terminal."""

    def __init__(self, host: Host):
        super().__init__(host, ["sh", "-c", "exec bash --noprofile --norc 2>&1"])

    def run(self, text: str, seconds: float) -> Result:
        """Run `text` as typed at the prompt, with no input. Raises TimeoutError, SessionEnded."""
        return self._ask(f"eval {shlex.quote(text)} </dev/null; printf '\\n%s %d\\n' {self._mark} $?\n", seconds)


class Interpreter(Session):
    """A Python interpreter that runs cell after cell in one namespace."""

    def __init__(self, host: Host):
        super().__init__(host, ["sh", "-c", 'exec python3 -c "$0" 2>&1', INTERPRETER])

    def run(self, text: str, seconds: float, file: str, line: int) -> Result:
        """Run the cell `text`, which tracebacks call `file`, from `line` on. Raises TimeoutError, SessionEnded."""
        return self._ask(f"{(text, file, line, self._mark)!r}\n", seconds)
