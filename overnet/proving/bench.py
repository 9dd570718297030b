"""What the harness costs: how long an author waits, labs against the start of dockerd itself, the listing of a host's
state, the commands of a page through the harness against the same commands sent to bash, and in the virtual machine
against outside, runs with several labs at once, all pages where they run, and a run that has nothing to do."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from statistics import median

from overnet.errors import Problem
from overnet.labs.lab import Lab
from overnet.labs.outer import Outer
from overnet.labs.run import Run
from overnet.matching.binding import Binding
from overnet.project import ROOT
from overnet.proving import lanes, prover
from overnet.proving.items import Item
from overnet.proving.listing import listing
from overnet.snippets.snippet import Snippet
from overnet.terminal.executor import Executor

ROUNDS = 3
AUTHORS = "network/bridge"  # the page that an author proves
UNTIL_TYPING = """
import sys
from overnet import __main__
from overnet.proving import prover
perform = prover.perform
prover.perform = lambda *arguments: print("typing", flush=True) or perform(*arguments)
sys.exit(__main__.main())
"""
AT_ONCE = (1, 2, 4, 6)
TRACKS = 10


def bench(todo: list[Item], report: Callable[[str], None]) -> None:
    """Report all these times. The proofs are those of any other run, and leave receipts.

    But for whole runs, the pages are the first TRACKS of `todo` that run on any kernel. Against bash, which awaits no
    state, only those with one host are timed, without what the harness spent reading again.
    """
    first = [item for item in todo if not item.walkthrough.needs][:TRACKS]
    waited = [_until_typing() for _ in range(ROUNDS)]
    report(f"prove {AUTHORS}: {median(waited):.1f} s until the first command is typed")
    with Run() as run:
        emulated = [item for item in todo if run.lacks(item.walkthrough.needs)]
        for names in (["node1"], ["node1", "node2", "node3"]):
            ready, dockerd, listed = zip(*(_started(run, names) for _ in range(ROUNDS)))
            hosts = "1 host" if len(names) == 1 else f"{len(names)} hosts"
            report(f"{hosts} ready: {median(ready):.2f} s, of which dockerd {median(dockerd):.2f} s")
            report(f"{hosts}: the state of one is listed in {median(listed):.2f} s")
        for item in first:
            if item.track != "Shell" or len(item.walkthrough.hosts) > 1:
                continue
            bash, harness = [], []
            for _ in range(ROUNDS):
                bash.append(_timed(run.outer, item, _by_bash))
                harness.append(_timed(run.outer, item, _by_harness))
            ratio = median(harness) / median(bash)
            report(f"{item.name}: bash {median(bash):.2f} s, harness {median(harness):.2f} s, ratio {ratio:.2f}")
            if emulated:
                with run.place(emulated[0].walkthrough.needs, item.engine) as machine:
                    inside = _timed(machine, item, _by_harness)
                ratio = inside / median(harness)
                report(f"{item.name}: in the virtual machine {inside:.2f} s, ratio to outside {ratio:.2f}")
    for at_once in AT_ONCE:
        seconds, failed = _proven(first, at_once)
        report(f"{at_once} labs at once: {60 * len(first) / seconds:.1f} tracks a minute, {failed} failed")
    here = [item for item in todo if item not in emulated]
    for where, these in {"on this kernel": here, "in the virtual machine": emulated}.items():
        seconds, failed = _proven(these)
        report(f"all pages {where}: {len(these)} tracks, {seconds:.0f} s, {failed} failed")
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "overnet", "prove"], cwd=ROOT, stdout=subprocess.DEVNULL)
    report(f"nothing left to prove: {time.monotonic() - started:.1f} s")


def _until_typing() -> float:
    """The seconds from the start of `python -m overnet prove` of a page to its first command, in a process that says
    when it begins to type."""
    started = time.monotonic()
    command = [sys.executable, "-c", UNTIL_TYPING, "prove", AUTHORS, "--fresh"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        for line in process.stdout:
            if line == "typing\n":
                waited = time.monotonic() - started
                process.communicate()
                return waited
    raise Problem(f"bench: {AUTHORS} was not proven")


def _proven(items: list[Item], at_once: int = lanes.AT_ONCE) -> tuple[float, int]:
    """The seconds that a run takes, and how many of its items failed."""
    started = time.monotonic()
    failed: list[bool] = []
    prover.prove(items, lambda result, _: failed.append(result.failed), at_once)
    return time.monotonic() - started, sum(failed)


def _started(run: Run, names: list[str]) -> tuple[float, float, float]:
    """The seconds until a lab is ready, those in which the slowest of its dockerds started, as their logs say, and
    those in which the state of one host is listed."""
    started = time.monotonic()
    with Lab(run.outer, "bench", names) as lab:
        ready = time.monotonic() - started
        dockerd = max(_logged(run.outer.api.logs(host.container).decode()) for host in lab.hosts.values())
        started = time.monotonic()
        listing(lab.hosts[names[0]])
        return ready, dockerd, time.monotonic() - started


def _logged(log: str) -> float:
    """The seconds between the first message of a dockerd and the one that it answers."""
    first, last = re.search(r'time="(\S+)"', log), re.search(r'time="(\S+)".*API listen on /', log)
    if not (first and last):
        raise Problem("bench: a dockerd did not log its start")
    return (datetime.fromisoformat(last[1]) - datetime.fromisoformat(first[1])).total_seconds()


def _timed(outer: Outer, item: Item, way: Callable[[Item, Lab], float]) -> float:
    """The seconds that the commands of a page take one way, but for those in which a state was awaited."""
    with item.lab(outer) as lab:
        started = time.monotonic()
        awaited = way(item, lab)
        return time.monotonic() - started - awaited


def _by_bash(item: Item, lab: Lab) -> float:
    [host], [sample] = lab.hosts.values(), item.walkthrough.hosts.values()
    here = Binding({sample: host.address})  # as a reader puts the address of their host
    script = "\n".join(here.command(command.text) for snippet in _console(item) for command in snippet.commands)
    status, output = host.run(["bash", "-c", f"{script}\ntrue"])
    if status:
        raise Problem(f"{item.name}: bash ended with status {status}: {output.decode(errors='replace')[-500:]}")
    return 0


def _console(item: Item) -> list[Snippet]:
    return [snippet for snippet in item.snippets if snippet.kind == item.track]


def _by_harness(item: Item, lab: Lab) -> float:
    executor = Executor(item.walkthrough, item.snippets, lab.hosts)
    done = [executor.perform(snippet, command) for snippet in _console(item) for command in snippet.commands]
    executor.close()
    return sum(outcome.waited for outcome in done)
