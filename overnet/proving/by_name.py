"""Proves or records the pages of some names on some engines, and says what came of it."""

import os
import sys
import time
from collections.abc import Callable, Sequence

from overnet import engines
from overnet.counted import counted
from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.pages.published import LANGUAGES, Page, is_called
from overnet.project import BUILD
from overnet.proving import prover, recorder
from overnet.proving.items import Item, items
from overnet.proving.prover import told
from overnet.proving.shards import ALL, Shard
from overnet.receipts.ci import Result, annotations, write_junit
from overnet.receipts.reuse import reusable
from overnet.receipts.status import Standing, of_all, today
from overnet.snippets.escapes import printable
from overnet.snippets.walkthrough import TRACKS, Walkthrough, load_all

JUNIT = BUILD / "junit.xml"
Published = Callable[[Sequence[str]], list[Page]]  # makes the published pages that are called so, or all
Say = Callable[[str], None]


def prove(names: Sequence[str], engine: str, fresh: bool, published: Published, say: Say, shard: Shard = ALL) -> bool:
    """Prove the pages that are called by `names` (all, if there is none) on what `engine` stands for, or this
    shard of them, but for those that are proven as they stand, unless `fresh`. Returns whether no page failed."""
    started = time.monotonic()
    on, walkthroughs = engines.chosen(engine), called(names)
    there = shard.part(of_all(today(), on, walkthroughs))
    standings = [one for one in there if one.state != "absent"]
    proven = [] if fresh else reusable(standings)
    reused = {one.key for one in proven}
    left = [one.key for one in standings if one.key not in reused]
    results: list[Result] = []

    def ended(result: Result, said: str) -> None:
        results.append(result)
        say(said)

    if left:
        say(f"proving {counted(len(left), 'track')} of {counted(len({page for page, *_ in left}), 'page')}")
        found = {one.key: one for one in chosen(published(names), walkthroughs, on)}
        try:
            prover.prove([found[key] for key in left if key in found], ended)
        finally:
            _tell(results, say)
    for one in there:
        if one.state == "absent":
            say(f"– {one.page} ({one.track}, {one.engine}): not on this engine, as its lab.yml says")
    say(f"\n{_sum(standings, proven, results, engine)}, {time.monotonic() - started:.0f} s")
    return not any(result.failed for result in results)


def record(names: Sequence[str], engine: str, published: Published, say: Say) -> None:
    """Run these pages, and rewrite the snippets whose outputs changed: the reference's first, then the variants. Raises
    Problem in the end for those that failed."""
    if engines.is_image(engine):
        raise Problem(f"engine {engine}: an image's engine has no variants of its own, so there is nothing to record")
    for one in sorted(engines.chosen(engine), key=lambda one: one != REFERENCE):
        recorder.record_all(chosen(published(names), called(names), [one]), say)


def called(names: Sequence[str]) -> list[Walkthrough]:
    """The walkthroughs of the pages of these names. Raises Problem if there is none, or nothing in one to prove."""
    known = load_all()
    found = [one for one in known if is_called(one.name, names)]
    if not found:
        there = ", ".join(one.name for one in known)
        raise Problem(f"no page is called {' or '.join(names)}; there are: {there}")
    for one in found:
        if not any(snippet.kind in TRACKS for snippet in one.snippets.values()):
            raise Problem(f"snippets/{one.name}/: there is no step in it; write its first one, like show.console")
    return found


def chosen(published: list[Page], walkthroughs: list[Walkthrough], on: list[str]) -> list[Item]:
    """The items of the published pages of these walkthroughs on these engines."""
    return items([page for page in published if page.language == LANGUAGES[0]], walkthroughs, on)


def _tell(results: list[Result], say: Say) -> None:
    """Tell the failures to people, and everything to CI."""
    write_junit(results, JUNIT)
    for result in results:
        if result.failure:
            print(f"\n{result.name}: {printable(result.failure)}", file=sys.stderr)
    if "GITHUB_ACTIONS" in os.environ:
        for line in annotations(results):
            say(line)


def _sum(standings: list[Standing], reused: list[Standing], results: list[Result], engine: str) -> str:
    """How much is proven, by this run or before it, in one line."""
    proofs = [one for one in (*(one.record for one in reused), *(one.receipt for one in results)) if one]
    nowhere = sum(not result.here for result in results)
    return (
        f"{counted(len({one.page for one in standings}), 'page')}, {len(proofs)} of {counted(len(standings), 'track')} proven"
        f"{f' on {engine}' if engine != REFERENCE else ''}"
        f"{f' ({len(reused)} reused)' if reused else ''}{f', {nowhere} not proven here' if nowhere else ''}: {told(proofs)}"
    )
