"""Processes of this machine in place of a host's, and pages that are typed into them."""

import os
import select
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from overnet.errors import Problem
from overnet.snippets.cells import parse_python
from overnet.snippets.snippet import Snippet
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.executor import Executor


class LocalStream:
    """A process of this machine, as overnet.labs.host.Stream is one of a host: without a terminal, even if there is
    one."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(argv, env={**os.environ, **env}, start_new_session=True, **pipes)

    def write(self, data: bytes) -> None:
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Problem("host node1: the process no longer reads its input") from None

    def end_input(self) -> None:
        self.process.stdin.close()

    def read(self, deadline: float) -> bytes:
        ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        return os.read(self.process.stdout.fileno(), 65536)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.stdout.close()


HOSTS = {"node1": "192.0.2.11", "node2": "192.0.2.12"}


@dataclass
class LocalHost:
    """A host that is this machine; its processes find its name in $NODE."""

    name: str = "node1"
    patience: int = 1

    @property
    def addresses(self) -> list[str]:
        return [HOSTS[self.name]]

    def spawn(self, argv: Sequence[str], env: Mapping[str, str]) -> LocalStream:
        return LocalStream(argv, {"NODE": self.name, **env})


@contextmanager
def executor(*texts: str, recording: bool = False, patience: int = 1) -> Iterator[Executor]:
    """The run of a page of these snippets (transcripts, or Python with `print` or `#: on` in its first line) on this
    machine, in place of node1 and of node2, where things may take `patience` times as long."""
    snippets = [_snippet(f"page/step{number}", text) for number, text in enumerate(texts, start=1)]
    files = {snippet.path.removeprefix("page/"): snippet for snippet in snippets}
    page = Walkthrough("page", HOSTS, (), (), 5, files)
    hosts = {"node1": LocalHost(), "node2": LocalHost("node2", patience)}
    run = Executor(page, snippets, hosts, recording)
    try:
        yield run
    finally:
        run.close()


def _snippet(path: str, text: str) -> Snippet:
    python = text.startswith(("print", "#: on"))
    commands = parse_python(text) if python else parse(text)
    placed = tuple(replace(command, host=command.host or "node1") for command in commands)
    return Snippet(f"{path}.py" if python else f"{path}.console", text, placed)
