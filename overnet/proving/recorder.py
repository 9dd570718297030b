"""Records tracks: runs each, and writes what it printed into its snippets."""

from collections.abc import Callable
from itertools import groupby

from overnet.errors import Problem
from overnet.labs.run import Run
from overnet.project import ROOT, SNIPPETS
from overnet.proving import lanes
from overnet.proving.items import Item
from overnet.proving.rewriting import align
from overnet.proving.track import perform, place
from overnet.snippets.files import files_of
from overnet.snippets.walkthrough import load


def record_all(todo: list[Item], say: Callable[[str], None]) -> None:
    """Record all of `todo`, several pages at once (see lanes.go), and say what was done with each track. Raises Problem
    in the end, with what became of those that failed."""
    pages = [list(items) for _, items in groupby(todo, key=lambda item: item.page)]
    failures = []

    def ended(one: str | Problem) -> None:
        if isinstance(one, Problem):
            failures.append(str(one))
        else:
            say(one)

    with Run() as run:
        lanes.go(run, pages, lambda item: _recorded(run, item), ended)
    if failures:
        raise Problem("\n\n".join(failures))


def _recorded(run: Run, item: Item) -> str | Problem:
    try:
        return record(run, item)
    except Problem as problem:
        return problem


def record(run: Run, item: Item) -> str:
    """Run `item`, and rewrite the snippets whose outputs changed; returns what was done, for people. Raises Problem
    where a command fails: a wrong exit status is never recorded, what came before it on the page is."""
    before = _files(item)
    with place(run, item) as outer, item.lab(outer) as lab:
        outcomes = perform(item, lab, recording=True)
    if item.track == "Python" and item.engine == item.walkthrough.reference:
        align(load(item.walkthrough.name), outcomes)
    after = _files(item)
    recorded = [f"  recorded {file}" for file, data in after.items() if before.get(file) != data]
    removed = [f"  removed {file}" for file in before if file not in after]
    return "\n".join([f"✓ {item.name}", *recorded, *removed])


def _files(item: Item) -> dict[str, bytes]:
    """The contents of the files of the item's walkthrough."""
    return {str(file.relative_to(ROOT)): file.read_bytes() for file in files_of(SNIPPETS / item.walkthrough.name)}
