"""How strictly a command is judged on other engines than its page is written for."""

import pytest

from overnet.engines import ENGINES
from overnet.matching.binding import Binding
from overnet.snippets.command import Command
from overnet.snippets.directives import Expectation
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.judge import Judge
from overnet.terminal.session import Answer


@pytest.mark.parametrize(
    ("engines", "engine", "holds"),
    [
        (tuple(ENGINES), "28.5", False),
        (tuple(ENGINES), "26.1", True),
        (tuple(ENGINES), "docker:dind", True),
        (("29",), "29", False),
        (("29",), "docker:dind", False),
    ],
)
def test_another_failure_is_as_good_on_another_engine_only(engines: tuple[str, ...], engine: str, holds: bool) -> None:
    page = Walkthrough("page", {"node1": "192.0.2.11"}, (), (), 5, {}, engines=engines)
    command = Command("node1", "docker rm none", 1, expects=Expectation(exits=1))
    assert Judge(page, Binding({}), engine=engine).verdict(command, Answer("", 125), Binding({})).holds is holds


@pytest.mark.parametrize("engine", ["28.5", "26.1"])
@pytest.mark.parametrize(("exits", "status"), [(0, 1), (1, 0)])
def test_a_failure_is_no_success_on_any_engine(engine: str, exits: int, status: int) -> None:
    assert not judged(engine, "", "", exits, status)


SAID = "docker: Error: no such network"
SHOWN = f"{SAID}\n\nRun 'docker run --help' for more information"
LOGGED = 'time="2026-11-24T16:46:18Z" level=error msg="error waiting for container: context canceled"'
# what: (what the page shows, what the run printed)
ELSEWHERE = {
    "older words": (SHOWN, f"{SAID}.\nSee 'docker run --help'."),
    "a line more in the log": ("ready", f"ready\n{LOGGED}"),
}


@pytest.mark.parametrize("what", ELSEWHERE)
@pytest.mark.parametrize(("engine", "holds"), [("28.5", False), ("26.1", True)])
def test_older_words_are_as_good_on_another_engine_only(what: str, engine: str, holds: bool) -> None:
    assert judged(engine, *ELSEWHERE[what]) is holds


@pytest.mark.parametrize("engine", ["28.5", "26.1"])
@pytest.mark.parametrize("text", [SHOWN, SAID, "ready"])
def test_the_words_of_the_page_are_right_on_each_engine(engine: str, text: str) -> None:
    assert judged(engine, text, text)
    assert not judged(engine, text, f"{text} not")


def judged(engine: str, shown: str, printed: str, exits: int = 0, status: int = 0) -> bool:
    """Whether a command that printed this, and ended so, does what a page shows that is written for 28.5."""
    page = Walkthrough("page", {"node1": "192.0.2.11"}, (), (), 5, {}, engines=tuple(ENGINES))
    command = Command("node1", "docker run alpine", 1, shown.split("\n") if shown else [], expects=Expectation(exits))
    return Judge(page, Binding(), engine=engine).verdict(command, Answer(printed, status), Binding()).holds
