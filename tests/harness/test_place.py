"""Where a lab runs: on this kernel if it has what the page needs, else in a virtual machine, else nowhere."""

import platform
from types import SimpleNamespace

import pytest

from overnet import prove, receipts, vm
from overnet.errors import NotHere, Problem
from overnet.run import Run

START = vm.start
MACHINE = SimpleNamespace(features={"macvlan", "ipvlan"})


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """A run on a kernel with macvlan only."""
    run = Run()
    run.id = "a run"
    run.outer = SimpleNamespace(features={"macvlan"})
    monkeypatch.setattr(vm, "start", lambda outer, engine: MACHINE)
    return run


@pytest.mark.parametrize("needs", [(), ("macvlan",)])
def test_what_this_kernel_has_runs_on_it(run: Run, needs: tuple[str, ...]) -> None:
    with run.place(needs, "28.5") as outer:
        assert outer is run.outer


def test_what_it_lacks_runs_in_the_virtual_machine(run: Run) -> None:
    with run.place(("macvlan", "ipvlan"), "28.5") as outer:
        assert outer is MACHINE


def test_a_machine_that_lacks_what_it_should_have_is_a_fault(run: Run) -> None:
    lacks = "^this kernel lacks esp, ipvlan, and that of the virtual machine, which should have it, esp$"
    with pytest.raises(Problem, match=lacks) as found:
        run.place(("ipvlan", "esp"), "28.5").__enter__()
    assert not isinstance(found.value, NotHere)


def test_a_machine_that_cannot_run_is_started_once_and_says_why(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def start(outer: object, engine: str) -> None:
        started.append((outer, engine))
        raise Problem("no QEMU")

    monkeypatch.setattr(vm, "start", start)
    for _ in range(2):
        with pytest.raises(NotHere, match="lacks ipvlan, and there is no virtual machine that has it: no QEMU"):
            run.place(("ipvlan",), "28.5").__enter__()
    assert started == [(run.outer, "28.5")]


def test_a_page_that_nothing_can_run_is_not_proven_here(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    monkeypatch.setattr(receipts, "forget", lambda *_: None)
    monkeypatch.setattr(receipts, "write", kept.append)
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    monkeypatch.setattr(vm, "start", START)
    run.images, run.outer.kernel = {}, "6.1.0"
    walkthrough = SimpleNamespace(name="page", images=(), needs=("ipvlan",))
    page = SimpleNamespace(name="page")
    item = SimpleNamespace(walkthrough=walkthrough, track="Shell", engine="28.5", name="page (Shell)", page=page)
    result, said = prove._result(run, item)
    assert said == "– page (Shell): not proven here"
    why = "this kernel lacks ipvlan, and there is no virtual machine that has it: it runs on Linux on amd64 only"
    assert (result.failure, result.here, result.failed) == (f"snippets/page/lab.yml: {why}", False, False)
    assert [(record.text, record.here) for record in kept] == [(result.failure, False)]


def test_another_processor_has_no_virtual_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    with pytest.raises(Problem, match="Linux on amd64 only"):
        vm.start(MACHINE, "28.5")
