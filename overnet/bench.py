"""What the harness costs: the commands of a page through the harness, against the same commands sent to bash."""

import time
from collections.abc import Callable
from statistics import median

from overnet.errors import Problem
from overnet.executor import Executor
from overnet.items import Item
from overnet.lab import Lab
from overnet.run import Run
from overnet.walkthrough import Snippet

ROUNDS = 3


def bench(todo: list[Item], report: Callable[[str], None]) -> None:
    """Time the Shell track of each page that has one host, both ways, each in fresh labs; report the ratios.

    Pages with several hosts wait for each other's state, so their time is not the harness's.
    """
    with Run() as run:
        for item in todo:
            if item.track != "Shell" or len(item.walkthrough.hosts) > 1:
                continue
            bash, harness = [], []
            for _ in range(ROUNDS):
                bash.append(_timed(run, item, _by_bash))
                harness.append(_timed(run, item, _by_harness))
            ratio = median(harness) / median(bash)
            report(f"{item.name}: bash {median(bash):.2f} s, harness {median(harness):.2f} s, ratio {ratio:.2f}")


def _timed(run: Run, item: Item, way: Callable[[Item, Lab], None]) -> float:
    with item.lab(run) as lab:
        started = time.monotonic()
        way(item, lab)
        return time.monotonic() - started


def _by_bash(item: Item, lab: Lab) -> None:
    [host] = lab.hosts.values()
    script = "\n".join(command.text for snippet in _console(item) for command in snippet.commands)
    status, output = host.run(["bash", "-c", f"{script}\ntrue"])
    if status:
        raise Problem(f"{item.name}: bash ended with status {status}: {output.decode(errors='replace')[-500:]}")


def _console(item: Item) -> list[Snippet]:
    return [snippet for snippet in item.snippets if snippet.kind == item.track]


def _by_harness(item: Item, lab: Lab) -> None:
    executor = Executor(item.walkthrough, item.snippets, lab.hosts)
    for snippet in _console(item):
        for command in snippet.commands:
            executor.perform(snippet, command)
    executor.close()
