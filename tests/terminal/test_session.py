"""A shell and an interpreter that keep their state, here on processes of this machine in place of a host's."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from overnet.errors import Problem
from overnet.terminal import shell as module
from overnet.terminal.interpreter import Interpreter
from overnet.terminal.session import SessionEnded, Unfinished
from overnet.terminal.shell import Shell
from tests.terminal.local import LocalHost

SECONDS = 20


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
    "cat </dev/null": ("", 0),
    "cat <<END\na 'b' \"c\" $((1 + 1))\nEND": ("a 'b' \"c\" 2\n", 0),
    "cat <<A; cat <<B\na\nA\nb\nB": ("a\nb\n", 0),
    "for i in 1 2; do\necho $i\ndone": ("1\n2\n", 0),
    "echo 'a\n\nb'": ("a\n\nb\n", 0),
    "echo a \\\nb": ("a b\n", 0),
    "echo one # two": ("one\n", 0),
    "# two": ("", 0),
    "echo $TZ $LANG": ("UTC C.UTF-8\n", 0),
    "printf '\\377'": ("\ufffd", 0),
    "printf 'a\tb\n'": ("a\tb\n", 0),
    "nosuch": ("bash: nosuch: command not found\n", 127),
    'echo "secret!123"': ("bash: !123: event not found\n", 0),
    "fi": ("bash: syntax error near unexpected token `fi'\n", 2),
    "bash -c 'kill -9 $$'": ("", 137),
    "env | grep -e ^PS[0-4]= -e ^HIST; test -t 0 || test -t 1 || echo pipe": ("pipe\n", 0),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command(shell: Shell, command: str) -> None:
    answer = shell.run(command, SECONDS)
    assert (answer.output, answer.status) == COMMANDS[command]


# what: what a reader types one after the other, and what a terminal prints after each
READERS = {
    "$?": {"false": "", "echo $?": "1\n"},
    "$? after a command that was none": {"(exit 3)": "", 'echo "!123"': "bash: !123: event not found\n", "echo $?": "3\n"},
    "PIPESTATUS": {"false | true": "", "echo ${PIPESTATUS[0]}": "1\n"},
    "$_": {"echo one two": "one two\n", "echo $_": "two\n"},
    "history": {"echo one": "one\n", "echo !!": "echo echo one\necho one\n", "history": "    1  echo one\n    2  echo echo one\n    3  history\n"},
    "an alias": {"alias e=echo": "", "e hi": "hi\n"},
    "a function": {"f() { echo f$1; }": "", "f 2": "f2\n"},
    "a variable and a folder": {"X=1; cd /usr": "", "echo $X; pwd": "1\n/usr\n"},
    "an ERR trap": {"trap 'echo failed' ERR": "", "false": "failed\n"},
    "set -x": {"set -x": "", "echo hi": "+ echo hi\nhi\n", "set +x": "+ set +x\n", "echo bye": "bye\n"},
    "set -v": {"set -v": "", "echo hi": "echo hi\nhi\n", "echo a \\\nb": "echo a \\\nb\na b\n", "set +v": "set +v\n", "echo bye": "bye\n"},
    "set -u": {"set -u": "", "echo $NO": "bash: NO: unbound variable\n", "echo on": "on\n"},
    "set": {"set | grep -c ^PS[012]=": "3\n", "echo on": "on\n"},
}  # fmt: skip


@pytest.mark.parametrize("what", READERS)
def test_a_shell_is_a_readers(shell: Shell, what: str) -> None:
    for command, printed in READERS[what].items():
        assert shell.run(command, SECONDS).output == printed


def test_what_is_not_as_in_a_terminal(shell: Shell) -> None:
    """Told to readers (How this site is proven): other line numbers, and a history of all that was sent."""
    numbers = [shell.run("echo $LINENO", SECONDS).output for _ in range(2)]
    assert numbers != ["1\n", "2\n"]
    assert shell.run("history | grep -c 'echo .LINENO$'", SECONDS).output == "2\n"


def test_a_job_in_the_background(shell: Shell) -> None:
    assert re.fullmatch(r"\[1\] \d+\n", shell.run("sleep 0.1 &", SECONDS).output)
    assert shell.run("wait; jobs", SECONDS).output == ""


# what: (a text that is not one command, its line that shows it, what is said)
UNFIT = {
    "it prints its input": ("cat", 0, "reads standard input"),
    "it prints its input only at its end": ("sort", 0, "reads standard input"),
    "it takes a line": ("read x", 0, "reads standard input"),
    "it takes a letter": ("read -n1 x", 0, "reads standard input"),
    "it takes a line, later": ("sleep 0.3; read x", 0, "reads standard input"),
    "a backslash at the end": ("echo a \\", 0, "not complete"),
    "an open quote": ("echo 'a\nb", 1, "not complete"),
    "an open here-document": ("cat <<END\na", 1, "not complete"),
    "an open loop": ("for i in 1 2; do", 0, "not complete"),
    "two commands": ("echo a\necho b", 1, "complete before this line"),
    "a comment and a command": ("# a\necho b", 1, "complete before this line"),
    "a mistake, and more": ("fi\necho b\necho c", 1, "complete before this line"),
}


@pytest.mark.parametrize("what", UNFIT)
def test_what_could_not_be_pasted_is_refused(shell: Shell, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(module, "PROMPT_SECONDS", 2)
    command, line, said = UNFIT[what]
    with pytest.raises(Problem, match=said) as found:
        shell.run(command, 1)
    assert found.value.line == line


def test_much_output(shell: Shell) -> None:
    assert len(shell.run("seq 200000", SECONDS).output.splitlines()) == 200000


def test_much_input(shell: Shell) -> None:
    lines = "\n".join(str(number) for number in range(1000))
    assert shell.run(f"wc -l <<END\n{lines}\nEND", SECONDS).output == "1000\n"


@pytest.mark.parametrize("command", ["echo bye; exit 3", "set -e; echo bye; false", "echo bye; exec true"])
def test_a_shell_that_ends(shell: Shell, command: str) -> None:
    with pytest.raises(SessionEnded) as found:
        shell.run(command, SECONDS)
    assert str(found.value) == "bye\n"


def test_a_command_without_an_end_says_what_it_printed(shell: Shell) -> None:
    with pytest.raises(Unfinished) as found:
        shell.run("echo one; printf two; sleep 30", 0.5)
    assert str(found.value) == "one\ntwo"


class LateStream:
    """A process that prints more in the moments in which a command ends, as one in the background does."""

    def write(self, data: bytes) -> None:
        if found := re.search(rb"end-of-output-\w+", data):
            self.mark = found[0]
        if data.startswith(b"echo"):
            self.output = [
                b"one",
                self.mark,
                b"0one\n%s1 0" % self.mark,
                b";l",
                b"ate\n#%s\n%s1 0;r\n" % (self.mark, self.mark),
            ]
        elif data.startswith(b"PS0"):
            self.output = [b"bash: no job control\n%s1 0;" % self.mark]

    def read(self, deadline: float) -> bytes:
        return self.output.pop(0)


def test_what_is_printed_at_the_end_of_a_command_belongs_to_the_next() -> None:
    shell = Shell(SimpleNamespace(spawn=lambda *_: LateStream()))
    assert shell.run("echo one", SECONDS).output == "oneone\n"
    assert shell.run("echo one", SECONDS).output == "late\nr\noneone\n"


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
    answer = python.run(f"y = 1\n{FAILURES[name]}", SECONDS, "snippets/a.py", 7)
    assert answer.status == 1
    assert name.removesuffix("('no')") in answer.output
    assert 'File "snippets/a.py", line 8' in answer.output
    assert "interpreter" not in answer.output
    assert python.run("print(1)", SECONDS, "snippets/a.py", 9).output == "1\n"


def test_an_interpreter_that_ends(python: Interpreter) -> None:
    with pytest.raises(SessionEnded):
        python.run("import os; os._exit(3)", SECONDS, "a.py", 1)
