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
