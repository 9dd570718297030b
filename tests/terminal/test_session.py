"""A shell and an interpreter that keep their state, here on processes of this machine in place of a host's."""

import os
import re
import select
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace

import pytest

from overnet.terminal.session import Interpreter, SessionEnded, Shell

SECONDS = 20


class LocalStream:
    """A process of this machine, as overnet.labs.host.Stream is one of a host."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(argv, env={**os.environ, **env}, **pipes)

    def write(self, data: bytes) -> None:
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def read(self, deadline: float) -> bytes:
        ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        return os.read(self.process.stdout.fileno(), 65536)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class LocalHost:
    def spawn(self, argv: Sequence[str], env: Mapping[str, str]) -> LocalStream:
        return LocalStream(argv, env)


@pytest.fixture
def shell() -> Iterator[Shell]:
    shell = Shell(LocalHost())
    yield shell
    shell.close()


@pytest.fixture
def python() -> Iterator[Interpreter]:
    python = Interpreter(LocalHost())
    yield python
    python.close()


COMMANDS = {
    "echo one; echo two >&2": ("one\ntwo\n", 0),
    "printf unfinished": ("unfinished", 0),
    "true": ("", 0),
    "(exit 3)": ("", 3),
    "cat": ("", 0),
    "cat <<END\na 'b' \"c\" $((1 + 1))\nEND": ("a 'b' \"c\" 2\n", 0),
    "echo one # two": ("one\n", 0),
    "echo $TZ $LANG": ("UTC C.UTF-8\n", 0),
    "printf '\\377'": ("\ufffd", 0),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command(shell: Shell, command: str) -> None:
    result = shell.run(command, SECONDS)
    assert (result.output, result.status) == COMMANDS[command]


def test_a_shell_keeps_its_state(shell: Shell) -> None:
    shell.run("X=1; cd /usr; f() { echo f$X; }", SECONDS)
    assert shell.run("f; pwd", SECONDS).output == "f1\n/usr\n"
    assert shell.run("false", SECONDS).status == 1
    assert shell.run("echo $?", SECONDS).output == "0\n"


def test_much_output(shell: Shell) -> None:
    assert len(shell.run("seq 200000", SECONDS).output.splitlines()) == 200000


def test_a_shell_that_ends(shell: Shell) -> None:
    with pytest.raises(SessionEnded, match="bye"):
        shell.run("echo bye; exit 3", SECONDS)


def test_a_command_without_an_end(shell: Shell) -> None:
    with pytest.raises(TimeoutError):
        shell.run("sleep 30", 0.5)


class LateStream:
    """A process that prints more in the moment in which a command ends, as one in the background does."""

    def write(self, data: bytes) -> None:
        mark = re.search(rb"end-of-output-\w+", data)[0]
        self.output = [b"one\n\n", mark + b" 0\nlate\n"]

    def read(self, deadline: float) -> bytes:
        return self.output.pop(0)


def test_what_is_printed_at_the_end_of_a_command_belongs_to_the_next() -> None:
    shell = Shell(SimpleNamespace(spawn=lambda *_: LateStream()))
    assert shell.run("echo one", SECONDS).output == "one\n"
    assert shell.run("echo one", SECONDS).output == "late\none\n"


def test_cells(python: Interpreter) -> None:
    assert python.run("x = 2", SECONDS, "a.py", 1).output == ""
    assert python.run("print(x)\nprint(x)", SECONDS, "a.py", 5).output == "2\n2\n"


FAILURES = {
    "ValueError('no')": "raise ValueError('no')",
    "TypeError: unsupported": "1 + 'a'",
    "SyntaxError": "print(",
    "SystemExit: 3": "exit(3)",
    "KeyboardInterrupt": "raise KeyboardInterrupt",
    "EOFError": "input()",
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_cell_that_fails_and_the_next_one(python: Interpreter, name: str) -> None:
    result = python.run(f"y = 1\n{FAILURES[name]}", SECONDS, "snippets/a.py", 7)
    assert result.status == 1
    assert name.removesuffix("('no')") in result.output
    assert 'File "snippets/a.py", line 8' in result.output
    assert "interpreter" not in result.output
    assert python.run("print(1)", SECONDS, "snippets/a.py", 9).output == "1\n"


def test_an_interpreter_that_ends(python: Interpreter) -> None:
    with pytest.raises(SessionEnded):
        python.run("import os; os._exit(3)", SECONDS, "a.py", 1)
