"""The run of a page: what is right, what is wrong, and what is said of it. Here on a shell of this machine."""

import re
import subprocess
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.terminal import executor as module
from overnet.terminal import sessions
from tests.terminal.local import executor


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "READ_SECONDS", 2)
    monkeypatch.setattr(sessions, "END_SECONDS", 2)


def prove(*texts: str, patience: int = 1) -> str:
    """What is wrong with a page of these snippets."""
    with executor(*texts, patience=patience) as run:
        try:
            for snippet in run.snippets:
                for command in snippet.commands:
                    run.attempt(snippet, command)
            run.require()
        except Problem as problem:
            return str(problem)
    return ""


RIGHT = {
    "the status of the last command": "#: exits 1\n$ false\n$ echo $?\n1\n",
    "the statuses of a pipeline": "$ false | true\n$ echo ${PIPESTATUS[0]}\n1\n",
    "an alias": "$ alias e=echo\n$ e hi\nhi\n",
    "a trap": "$ trap 'echo failed' ERR\n#: exits 1\n$ false\nfailed\n",
    "a mistake, as a terminal tells it": "#: exits 127\n$ nosuch\nbash: nosuch: command not found\n",
    "an event": '$ echo "secret!123"\nbash: !123: event not found\n',
    "set -x": "$ set -x\n$ echo a\n+ echo a\na\n",
    "a job, and what it prints later": "$ (sleep 0.3; echo late) &\n...\n$ wait\nlate\n",
}
WRONG = {
    "the status of the last command": ("#: exits 1\n$ false\n$ echo $?\n0\n", "run.console:3: the output differs"),
    "an event": ('$ echo "secret!123"\nsecret!123\n', "+bash: !123: event not found"),
    "input": ("$ cat\n$ echo b\n", ":1: it reads standard input"),
    "a backslash": ("$ true \\\n$ echo b\n", ":1: the command is not complete"),
    "a continuation that is none": ("$ echo a\n> echo b\na\nb\n", ":2: the command was complete before this line"),
    "the end of the shell": ("$ echo bye; exit\n", ":1: the shell on node1 ended (bye)"),
    "no end": ("$ echo one; echo two; sleep 9\n", ":1: no end after 2 s on node1\n  echo one; echo two; sleep 9\nit printed:\n  one\n  two"),
    "no end, and nothing printed": ("$ sleep 9\n", "it printed nothing"),
    "a status": ("$ echo no; (exit 3)\nno\n", ":1: exit status 3 on node1\n  echo no; (exit 3)\nit printed:\n  no"),
}  # fmt: skip


@pytest.mark.parametrize("what", RIGHT)
def test_what_a_terminal_shows_is_right(what: str) -> None:
    assert prove(RIGHT[what]) == ""


@pytest.mark.parametrize("what", WRONG)
def test_what_a_terminal_does_not_show_is_wrong(what: str) -> None:
    text, said = WRONG[what]
    wrong = prove(text)
    assert wrong.startswith("snippets/page/step1.console:")
    assert said.replace("run.console", "step1.console") in wrong


APART = {
    "a shell": "node1$ NODE=$NODE-changed\nnode2$ echo $NODE\nnode2\nnode1$ echo $NODE\nnode1-changed\n",
    "an interpreter": "#: on node1\nx = 1\n#: on node2\nprint('x' in globals())\n#> False\n#: on node1\nprint(x)\n#> 1\n",
}


@pytest.mark.parametrize("what", APART)
def test_each_host_has_one_of_its_own(what: str) -> None:
    assert prove(APART[what]) == ""


def test_a_shell_and_an_interpreter_of_a_host_are_two() -> None:
    assert prove("$ x=1\n", "print('x' in globals())\n#> False\n", "$ echo $x\n1\n") == ""


def places(wrong: str) -> list[str]:
    return re.findall(r"^snippets/page/(\S+): ", wrong, re.MULTILINE)


def test_the_run_goes_on_after_a_wrong_output_with_what_it_can_bind() -> None:
    wrong = prove(
        "$ ID=0123; ID=${ID}456789ab\n$ echo $ID; echo one\nba9876543210\ntwo\n$ echo $ID\nba9876543210\n",
        "$ echo c\nd\n#: exits 1\n$ true\n$ echo never\nno\n",
    )
    assert places(wrong) == ["step1.console:2", "step2.console:1", "step2.console:4"]
    assert " ba9876543210\n-two\n+one" in wrong


def test_a_caller_that_does_not_go_on_sees_the_first() -> None:
    with executor("$ echo c\nd\n") as run, pytest.raises(Problem, match="the output differs"):
        run.perform(run.snippets[0], run.snippets[0].commands[0])


LATE = "$ rm -f {0}; (sleep 2; echo 1 >{0}) >/dev/null 2>&1 &\n...\n"
# what: (what takes two seconds, where one is the limit; what is wrong then)
LONG = {
    "a read": (LATE + "{1}$ cat {0} 2>/dev/null\n1\n", "exit status 1"),
    "a write": ("{1}$ sleep 2\n", "no end after 1 s"),
}


@pytest.mark.parametrize("what", LONG)
@pytest.mark.parametrize(
    ("directive", "patience", "right"), [("", 1, False), ("#: within 5 seconds\n", 1, True), ("", 5, True)]
)
def test_what_takes_long_is_right_if_the_page_says_so_or_a_host_is_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, directive: str, patience: int, right: bool
) -> None:
    monkeypatch.setattr(module, "READ_SECONDS", 1)
    monkeypatch.setattr(sessions, "END_SECONDS", 1)
    text, said = LONG[what]
    wrong = prove(text.format(tmp_path / "file", directive), patience=patience)
    assert wrong == "" if right else said in wrong


SOON = "$ rm -f {0}; (sleep 0.5; echo 1 >{0}; sleep {1}; echo 2 >{0}) >/dev/null 2>&1 &\n...\n"
# what: (what is typed after a file begins to say 1, and soon 2; the seconds between; what is wrong, and in which line)
PASSING = {
    "it stays": ("$ cat {0} 2>/dev/null\n1\n", 9, "", ""),
    "it is gone at the end of the step": ("$ cat {0} 2>/dev/null\n1\n$ timeout 4 tail -f /dev/null; :\n", 3, "end of the step", "3"),
    "it is gone before the next write": ("$ cat {0} 2>/dev/null\n1\n$ timeout 4 tail -f /dev/null; :\n$ rm {0}\n", 3, "end of the step", "3"),
    "the page itself changes it": ("$ cat {0} 2>/dev/null\n1\n$ echo 3 >{0}\n$ cat {0}\n3\n", 9, "", ""),
}  # fmt: skip


@pytest.mark.parametrize("what", PASSING)
def test_what_had_to_be_awaited_must_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(sessions, "END_SECONDS", 9)
    text, seconds, said, line = PASSING[what]
    wrong = prove((SOON + text).format(tmp_path / "file", seconds))
    assert said in wrong
    assert places(wrong) == ([f"step1.console:{line}"] if line else [])


BEGINS = "$ rm -f {0}; touch {0}; (sleep 1; echo 1 >{0}) >/dev/null 2>&1 &\n...\n#: within {1} seconds\n$ cat {0}\n"


def test_nothing_that_had_only_not_begun_is_wrong(tmp_path: Path) -> None:
    wrong = prove(BEGINS.format(tmp_path / "file", 4))
    assert places(wrong) == ["step1.console:4"]
    assert "the output came once in" in wrong


def test_nothing_that_stays_is_right(tmp_path: Path) -> None:
    assert prove(f"$ touch {tmp_path}/file\n#: within 4 seconds\n$ cat {tmp_path}/file\n") == ""


def test_a_recording_does_not_take_what_has_not_begun_for_nothing(tmp_path: Path) -> None:
    with executor(BEGINS.format(tmp_path / "file", 4), recording=True) as run:
        outcomes = [run.attempt(run.snippets[0], command) for command in run.snippets[0].commands]
    assert outcomes[-1].output == ["1"]


@pytest.fixture
def third() -> str:
    """The third of bash's random numbers after RANDOM=1."""
    asked = ["bash", "-c", "RANDOM=1; echo $RANDOM $RANDOM $RANDOM"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[2]


def test_chance_is_wrong(third: str) -> None:
    wrong = prove(f"$ RANDOM=1\n$ echo $RANDOM\n{third}\n")
    assert re.match(r"snippets/page/step1.console:2: the output came once in \d+ readings and did not stay; ", wrong)


def test_what_passes_is_right_if_the_page_says_so(third: str) -> None:
    assert prove(f"$ RANDOM=1\n#: for a moment\n$ echo $RANDOM\n{third}\n") == ""


def test_a_look_back_after_a_step_finds_its_last_command(tmp_path: Path) -> None:
    file = tmp_path / "file"
    wrong = prove(
        f"$ (sleep 0.5; touch {file}) >/dev/null 2>&1 &\n...\n$ ls {file} 2>/dev/null\n{file}\n#: exits 1\n$ test -d {file}\n",
        "$ echo $?\n1\n",
    )
    assert wrong == ""


def test_readings_that_were_otherwise_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "file"
    with executor(f"$ (sleep 1; echo 1 >{file}) &\n...\n$ cat {file} 2>/dev/null\n1\n$ cat {file}\n1\n") as run:
        otherwise = [run.perform(run.snippets[0], command).otherwise for command in run.snippets[0].commands]
    assert otherwise[0] == otherwise[2] == 0
    assert otherwise[1] > 1


def test_a_cell_without_an_end_says_what_it_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "END_SECONDS", 6)  # an interpreter starts slowly on a busy machine
    wrong = prove("print('one')\nimport time; time.sleep(60)\n")
    assert wrong.startswith("snippets/page/step1.py:1: no end after 6 s on node1")
    assert wrong.endswith("it printed:\n  one")
