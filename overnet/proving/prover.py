"""Proves pages: each track of a page in a fresh lab, several at once; a receipt for each one that holds."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from overnet.counted import counted
from overnet.errors import NotHere, Problem
from overnet.labs import host_images
from overnet.labs.outer import Outer
from overnet.labs.run import Run
from overnet.proving import lanes
from overnet.proving.items import Item
from overnet.proving.left_behind import left, states
from overnet.proving.track import Outcomes, perform, place
from overnet.receipts import store
from overnet.receipts.ci import Result
from overnet.receipts.reuse import harness
from overnet.receipts.store import Block, Exchange, Failure, Receipt, Record
from overnet.snippets.snippet import Snippet
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.executor import Outcome


def prove(todo: list[Item], report: Callable[[Result, str], None], at_once: int = lanes.AT_ONCE) -> None:
    """Prove all of `todo` (see lanes.go). As soon as an item has ended, its receipt, or how it failed, is stored, and
    `report` is told how it ended, with a line that says so. Of items that the end of the run ends, nothing is stored:
    what the run before left of them stays."""

    def ended(one: tuple[Result, Record, str]) -> None:
        result, record, said = one
        store.write(record)
        report(result, said)

    with Run() as run:
        lanes.go(run, [[item] for item in todo], lambda item: _result(run, item), ended, at_once)


def _result(run: Run, item: Item) -> tuple[Result, Record, str]:
    """How the proof of `item` ended, what is to be stored of it, and a line that says so."""
    started = time.monotonic()
    failure, here, kernel = "", True, run.outer.kernel
    try:
        _require_images(item.walkthrough, run.images)
        with place(run, item) as outer:
            kernel = outer.kernel
            version, outcomes = _proven(outer, item)
    except Problem as problem:
        failure, here = str(problem), not isinstance(problem, NotHere)
    seconds = round(time.monotonic() - started, 2)
    about = {
        "walkthrough": item.walkthrough.name,
        "track": item.track,
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "engine": item.engine,
        "kernel": kernel,
    }
    result = Result(item.name, item.page.name, seconds, failure, here)
    if failure:
        said = f"✗ {item.name}" if here else f"– {item.name}: not proven here"
        return result, Failure(**about, text=failure, here=here), said
    receipt = Receipt(
        **about,
        version=version,
        origin=host_images.origin(item.engine),
        images={image: run.images[image]["source"] for image in item.walkthrough.images},
        lab=store.lab_digest(item.walkthrough),
        harness=harness(item.walkthrough, run.images, item.engine),
        seconds=seconds,
        blocks=[_block(snippet, outcomes[snippet.path]) for snippet in item.snippets],
    )
    return replace(result, receipt=receipt), receipt, f"✓ {item.name}: {told([receipt])}, {seconds:.1f} s"


def told(receipts: Sequence[Receipt]) -> str:
    """How much these prove, like "2 blocks, 1 command, 0 outputs"."""
    return ", ".join(counted(number, what) for what, number in store.sums(receipts).items())


def _require_images(walkthrough: Walkthrough, known: Iterable[str]) -> None:
    if unknown := sorted(set(walkthrough.images) - set(known)):
        raise Problem(
            f"snippets/{walkthrough.name}/lab.yml: no lab has the image '{unknown[0]}'; "
            f"labs have {', '.join(sorted(known))}, and what you put into stand-ins/"
        )


def _proven(outer: Outer, item: Item) -> tuple[str, Outcomes]:
    """Run the item in a fresh lab, clean-up included; return the Engine's version, and what became of the commands.
    Raises Problem where the page does not hold."""
    with item.lab(outer) as lab:
        version = lab.version()
        before = states(lab.hosts)
        outcomes = perform(item, lab)
        lines = left(lab.hosts, before, item.walkthrough.images, item.engine)
    if lines:
        what = f"{item.snippets[-1].file}: after its clean-up the page leaves the hosts changed"
        raise Problem("\n".join([what, *(f"  {line}" for line in lines)]))
    return version, outcomes


def _block(snippet: Snippet, outcomes: list[Outcome]) -> Block:
    seconds, waited = (round(sum(getattr(outcome, what) for outcome in outcomes), 2) for what in ("seconds", "waited"))
    exchanges = [
        Exchange(command.host, outcome.sent, outcome.got) for command, outcome in zip(snippet.commands, outcomes)
    ]
    otherwise = sum(outcome.otherwise for outcome in outcomes)
    return Block(snippet.path, snippet.digest, seconds, waited, exchanges, otherwise)
