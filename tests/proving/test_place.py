"""Where a lab runs: on this kernel if it has what the page needs, else in a virtual machine, else nowhere."""

import platform
from pathlib import Path
from types import SimpleNamespace

import pytest

from overnet.errors import NotHere, Problem
from overnet.labs import debian, vm
from overnet.labs.run import Run
from overnet.proving import prover

START = vm.start
MACHINE = SimpleNamespace(features={"macvlan", "ipvlan"})


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> Run:
    """A run on a kernel with macvlan only."""
    run = Run()
    run._machines = iter(["one", "two"])
    run.outer = SimpleNamespace(features={"macvlan"})
    monkeypatch.setattr(vm, "start", lambda outer, engine, name: MACHINE)
    return run


@pytest.mark.parametrize("needs", [(), ("macvlan",)])
def test_what_this_kernel_has_runs_on_it(no_engine: Run, needs: tuple[str, ...]) -> None:
    with no_engine.place(needs, "28.5") as outer:
        assert outer is no_engine.outer


def test_what_it_lacks_runs_in_the_virtual_machine(no_engine: Run) -> None:
    with no_engine.place(("macvlan", "ipvlan"), "28.5") as outer:
        assert outer is MACHINE


def test_a_machine_that_lacks_what_it_should_have_is_a_fault(no_engine: Run) -> None:
    lacks = "^this kernel lacks esp, ipvlan, and that of the virtual machine, which should have it, esp$"
    with pytest.raises(Problem, match=lacks) as found:
        no_engine.place(("ipvlan", "esp"), "28.5").__enter__()
    assert not isinstance(found.value, NotHere)


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (NotHere("no QEMU"), NotHere, "there is no virtual machine that has it: no QEMU"),
        (Problem("no answer"), Problem, "the virtual machine that has it failed: no answer"),
        (OSError("no memory"), Problem, "the virtual machine that has it failed: no memory"),
    ],
)
def test_a_machine_that_does_not_start_is_tried_once_and_says_why(
    no_engine: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: type[Problem], said: str
) -> None:
    started = []

    def start(outer: object, engine: str, name: str) -> None:
        started.append((outer, engine, name))
        raise error

    monkeypatch.setattr(vm, "start", start)
    for _ in range(2):
        with pytest.raises(Problem, match=f"^this kernel lacks ipvlan, and {said}$") as found:
            no_engine.place(("ipvlan",), "28.5").__enter__()
        assert type(found.value) is kind
    assert started == [(no_engine.outer, "28.5", "one")]


def test_a_page_that_nothing_can_run_is_not_proven_here(no_engine: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    monkeypatch.setattr(vm, "start", START)
    no_engine.images, no_engine.outer.kernel = {}, "6.1.0"
    walkthrough = SimpleNamespace(name="page", images=(), needs=("ipvlan",))
    page = SimpleNamespace(name="page")
    item = SimpleNamespace(walkthrough=walkthrough, track="Shell", engine="28.5", name="page (Shell)", page=page)
    result, record, said = prover._result(no_engine, item)
    assert said == "– page (Shell): not proven here"
    why = "this kernel lacks ipvlan, and there is no virtual machine that has it: it runs on Linux on amd64 only"
    assert (result.failure, result.here, result.failed) == (f"snippets/page/lab.yml: {why}", False, False)
    assert (record.text, record.here) == (result.failure, False)


def test_another_processor_has_no_virtual_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    with pytest.raises(NotHere, match="Linux on amd64 only"):
        vm.start(MACHINE, "28.5", "one")


def test_where_debian_does_not_answer_there_is_no_virtual_machine(
    no_engine: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mmdebstrap(options: list, result: Path, what: str, builder: None) -> None:
        raise Problem(f"{what}: no such host")

    monkeypatch.setenv("OVERNET_CACHE", str(tmp_path))
    monkeypatch.setattr(debian, "mmdebstrap", mmdebstrap)
    no_engine.outer.registry, no_engine.outer.builder = tmp_path, None
    with pytest.raises(NotHere, match=r"^cannot get QEMU and a kernel: no such host$"):
        START(no_engine.outer, "28.5", "one")
