"""What runs beside what: on this kernel, and in virtual machines."""

import threading
from types import SimpleNamespace

import pytest

from overnet.errors import Problem
from overnet.proving import lanes
from tests.proving.test_course import item

EMULATED = ("ipvlan",)


class Run(SimpleNamespace):
    """A run on a kernel that lacks whatever is needed."""

    closed = False

    def lacks(self, needs: tuple[str, ...]) -> tuple[str, ...]:
        return needs

    def close(self) -> None:
        self.closed = True


def test_a_job_is_done_in_its_order_and_what_comes_of_it_is_told() -> None:
    ended = []
    lanes.go(Run(), [[item("a"), item("b")], [item("c")]], lambda one: one.page.name, ended.append)
    assert sorted(ended) == ["a", "b", "c"]
    assert ended.index("a") < ended.index("b")


def test_a_second_machine_runs_only_when_nothing_else_waits() -> None:
    """The first waits for the second, which begins when one of the two others has ended, and the last has begun."""
    begun = {name: threading.Event() for name in ("one", "other", "last", "first", "second")}
    before = []

    def do(one) -> None:
        name = one.page.name
        begun[name].set()
        if name == "first":
            assert begun["second"].wait(60)
        if name == "second":
            before.extend(name for name, event in begun.items() if event.is_set())

    jobs = [[item("first", EMULATED)], [item("second", EMULATED)], [item("one")], [item("other")], [item("last")]]
    lanes.go(Run(), jobs, do, lambda _: None, at_once=1)
    assert sorted(before) == ["first", "last", "one", "other", "second"]


def test_when_one_fails_no_other_begins_and_the_run_is_closed() -> None:
    run, begun = Run(), []

    def do(one) -> None:
        begun.append(one.page.name)
        raise Problem("a fault")

    with pytest.raises(Problem, match="a fault"):
        lanes.go(run, [[item("a"), item("b")]], do, lambda _: None)
    assert (run.closed, begun) == (True, ["a"])
