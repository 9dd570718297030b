"""Proves pages: each track of a page in a fresh lab, several at once; a receipt for each one that holds."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import UTC, datetime
from pathlib import Path

from overnet import receipts
from overnet.engines import REFERENCE, is_image
from overnet.errors import NotHere, Problem
from overnet.executor import Executor, Outcome
from overnet.items import Item
from overnet.lab import Lab
from overnet.outer import Outer
from overnet.receipts import Block, Exchange, Failure, Receipt
from overnet.record import align, save
from overnet.report import Result
from overnet.reuse import harness
from overnet.run import Run
from overnet.state import left_behind, state
from overnet.walkthrough import ROOT, Snippet, Walkthrough, load

AT_ONCE = 4
AT_ONCE_EMULATED = 1

Outcomes = dict[str, list[Outcome]]


def prove(todo: list[Item], report: Callable[[str], None], at_once: int = AT_ONCE) -> list[Result]:
    """Prove all of `todo`, `at_once` of them at any time, and store for each item its receipt, or how it failed. Returns how each one ended."""
    results = []
    with Run() as run, ThreadPoolExecutor(at_once) as pool, ThreadPoolExecutor(AT_ONCE_EMULATED) as slow:
        for engine in {item.engine for item in todo if is_image(item.engine)}:
            run.take(engine)
        started = [(slow if run.lacks(item.walkthrough.needs) else pool).submit(_result, run, item) for item in todo]
        try:
            for future in as_completed(started):
                result, said = future.result()
                results.append(result)
                report(said)
        except BaseException:
            for one in (pool, slow):
                one.shutdown(wait=False, cancel_futures=True)
            run.close()  # the commands under way end with their hosts
            raise
    return results


def record(todo: list[Item], report: Callable[[str], None]) -> None:
    """Run `todo`, one after the other, and rewrite the snippets whose outputs changed. Raises Problem where a command
    fails: a wrong exit status is never recorded, what came before it on the page is."""
    with Run() as run:
        for item in todo:
            before = _files(item)
            with _place(run, item) as outer, item.lab(outer) as lab:
                outcomes = perform(item, lab, recording=True)
            if item.track == "Python" and item.engine == REFERENCE:
                align(load(item.walkthrough.name), outcomes)
            after = _files(item)
            recorded = [f"  recorded {file}" for file, text in after.items() if before.get(file) != text]
            report(
                "\n".join([f"✓ {item.name}", *recorded, *(f"  removed {file}" for file in before if file not in after)])
            )


def _files(item: Item) -> dict[str, str]:
    """The texts of the files of the item's walkthrough."""
    folder = ROOT / "snippets" / item.walkthrough.name
    return {str(file.relative_to(ROOT)): file.read_text() for file in sorted(folder.glob("*.*"))}


def _result(run: Run, item: Item) -> tuple[Result, str]:
    """How the proof of `item` ended, which is stored, and a line that says so."""
    receipts.forget(item.walkthrough.name, item.track, item.engine)
    started = time.monotonic()
    failure, here, kernel = "", True, run.outer.kernel
    try:
        _require_images(item.walkthrough, run.images)
        with _place(run, item) as outer:
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
        receipts.write(Failure(**about, text=failure, here=here))
        return result, f"✗ {item.name}" if here else f"– {item.name}: not proven here"
    receipt = Receipt(
        **about,
        version=version,
        images={image: run.images[image]["source"] for image in item.walkthrough.images},
        lab=receipts.lab_digest(item.walkthrough),
        harness=harness(item.walkthrough, run.images, item.engine),
        seconds=seconds,
        blocks=[_block(snippet, outcomes[snippet.path]) for snippet in item.snippets],
    )
    receipts.write(receipt)
    said = f"{len(receipt.blocks)} blocks, {receipt.commands} commands, {receipt.outputs} outputs, {seconds:.1f} s"
    return result, f"✓ {item.name}: {said}"


def _require_images(walkthrough: Walkthrough, images: Iterable[str]) -> None:
    if unknown := sorted(set(walkthrough.images) - set(images)):
        raise Problem(
            f"snippets/{walkthrough.name}/lab.yml: no lab has the image '{unknown[0]}'; "
            f"labs have {', '.join(sorted(images))}, and what you put into stand-ins/"
        )


@contextlib.contextmanager
def _place(run: Run, item: Item) -> Iterator[Outer]:
    try:
        with run.place(item.walkthrough.needs, item.engine) as outer:
            yield outer
    except NotHere as problem:
        raise NotHere(f"snippets/{item.walkthrough.name}/lab.yml: {problem}") from None


def _proven(outer: Outer, item: Item) -> tuple[str, Outcomes]:
    """Run the item in a fresh lab, clean-up included; return the Engine's version, and what became of the commands.
    Raises Problem where the page does not hold."""
    with item.lab(outer) as lab:
        version = lab.version()
        before = {name: state(host) for name, host in lab.hosts.items()}
        outcomes = perform(item, lab)
        left = [
            f"on {name}: {line}"
            for name, host in lab.hosts.items()
            for line in left_behind(before[name], state(host), item.walkthrough.images)
        ]
    if left:
        what = f"{item.snippets[-1].file}: after its clean-up the page leaves the hosts changed"
        raise Problem("\n".join([what, *(f"  {line}" for line in left)]))
    return version, outcomes


def perform(item: Item, lab: Lab, recording: bool = False) -> Outcomes:
    """Run the item's snippets in page order. Raises Problem at the first command that fails."""
    if item.track == "Python":
        return _perform_python(item, lab, recording)
    executor = Executor(item.walkthrough, item.snippets, lab.hosts, recording, item.engine)
    outcomes: Outcomes = {}
    try:
        for snippet in item.snippets:
            outcomes[snippet.path] = [executor.perform(snippet, command) for command in snippet.commands]
            if recording:
                save(snippet, outcomes[snippet.path], item.engine)
    finally:
        executor.close()
    return outcomes


def _perform_python(item: Item, lab: Lab, recording: bool) -> Outcomes:
    """Let pytest-markdown-docs run the page's Python fences (see pytest_track), in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        handover = {
            "walkthrough": item.walkthrough.name,
            "snippets": [snippet.path for snippet in item.snippets],
            "lab": lab.describe(),
            "engine": item.engine,
            "recording": recording,
            "result": str(result),
        }
        command = [sys.executable, "-m", "pytest", "--markdown-docs", "--markdown-docs-syntax=superfences", "-x", "-q", "--noconftest",
                   "-p", "overnet.pytest_track", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(ROOT), str(item.page.file)]  # fmt: skip
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "OVERNET_TRACK": json.dumps(handover)}, capture_output=True, text=True
        )
        answer = json.loads(result.read_text()) if result.exists() else {}
    if answer.get("failure"):
        raise Problem(answer["failure"])
    if done.returncode or not answer:
        raise Problem(
            f"{item.page.source}: pytest ended with status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return {path: [Outcome(**outcome) for outcome in outcomes] for path, outcomes in answer["outcomes"].items()}


def _block(snippet: Snippet, outcomes: list[Outcome]) -> Block:
    seconds, waited = (round(sum(getattr(outcome, what) for outcome in outcomes), 2) for what in ("seconds", "waited"))
    exchanges = [
        Exchange(command.host, outcome.sent, outcome.got) for command, outcome in zip(snippet.commands, outcomes)
    ]
    return Block(snippet.path, snippet.digest, seconds, waited, exchanges)
