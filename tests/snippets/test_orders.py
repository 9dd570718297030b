"""A page's next order to a service does not fall into the end of the one before."""

import re
from collections.abc import Iterable, Iterator

import pytest

from overnet.pages.calls import calls
from overnet.project import DOCS
from overnet.snippets.command import Command
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough, load_all

SERVICE = re.compile(r"docker service (?:update|rollback)\b.*?(?<!\S)(?P<name>[a-z]+)(?=$| --image)", re.S)
STACK = re.compile(r"docker stack deploy\b.* (?P<name>[a-z]+)(?: 2>/dev/null)?$", re.S)
AWAITED = re.compile(r"docker service inspect (?P<name>[a-z]+)\S* .*\.UpdateStatus", re.S)
ENDED = re.compile(r"(?:rollback_)?(?:completed|paused)\b")
NO_NEW_TASKS = (
    "--label-add",
    "--publish-rm 8080:80 ",
    "--replicas 4 --update-parallelism 2 --update-delay 1s ",
    "--update-order stop-first door",
)

OVERLAY = [there for there in load_all() if there.name.startswith("overlay/")]


def _commands(there: Walkthrough, engine: str) -> Iterator[Command]:
    """Those of the Shell track on an engine, in page order."""
    page = DOCS / "en" / f"{there.name}.md"
    for call in calls(page.read_text(), page.name):
        for snippet in there.step(call.name, ("Shell",)) if call.macro == "step" else ():
            yield from there.on(engine, snippet).commands


def _too_early(commands: Iterable[Command]) -> list[str]:
    """The orders to a service that come after another one whose end was not awaited. The first one to a stack makes it;
    one that replaces no task has no end."""
    stacks: set[str] = set()
    running: set[str] = set()
    found = []
    for command in commands:
        if awaited := AWAITED.match(command.text):
            if ENDED.match(command.output[0]):
                running.discard(awaited["name"])
            continue
        order = SERVICE.match(command.text) or STACK.search(command.text)
        if not order or command.expects.exits or any(mark in command.text for mark in NO_NEW_TASKS):
            continue
        name = order["name"]
        if name in running:
            found.append(command.text)
        if order.re is SERVICE or name in stacks:
            running.add(name)
        stacks.add(name)
    return found


@pytest.mark.parametrize("there", OVERLAY, ids=lambda there: there.name)
def test_the_end_of_an_update_is_awaited_before_the_next(there: Walkthrough) -> None:
    """A service is written again then; who has read it before is told: update out of sequence."""
    assert [text for engine in there.engines for text in _too_early(_commands(there, engine))] == []


def test_an_order_that_comes_too_early_is_found() -> None:
    first = "$ docker service update --detach --force web\nweb\n"
    second = "$ docker service rollback --detach web\nweb\n"
    awaited = "$ docker service inspect web --format '{{.UpdateStatus.State}}'\ncompleted\n"
    deploy = "$ docker stack deploy -c a.yaml web 2>/dev/null\n"
    of_stack = awaited.replace(" web ", " web_a ")
    assert _too_early(parse(first + second, "a")) == ["docker service rollback --detach web"]
    assert _too_early(parse(first + awaited + second, "a")) == []
    assert _too_early(parse(first + awaited.replace(" web ", " db ") + second, "a")) != []
    assert _too_early(parse(first + awaited.replace("completed", "updating") + second, "a")) != []
    assert _too_early(parse(deploy * 2, "a")) == []
    assert _too_early(parse(deploy * 3, "a")) != []
    assert _too_early(parse(deploy * 2 + of_stack + deploy, "a")) == []
