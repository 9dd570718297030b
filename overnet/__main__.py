"""The command line: python -m overnet site | serve | prove | record | bench, as the Makefile calls it."""

import argparse
import os
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from overnet import engines, receipts
from overnet.bench import bench
from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.items import Item, items
from overnet.ledger import ledger
from overnet.proof import FAILURE, TRANSCRIPT
from overnet.prove import prove, record
from overnet.publish import draw, publish, serve, stray
from overnet.published import LANGUAGES, Page
from overnet.receipts import Receipt
from overnet.report import annotations, write_junit
from overnet.reuse import reusable
from overnet.status import of_all, today
from overnet.walkthrough import ROOT, load_all

SITE, PUBLISHED, PORT = ROOT / "site", ROOT / "build" / "published", 8000
JUNIT = ROOT / "build" / "junit.xml"


def main() -> int:
    parser = argparse.ArgumentParser(prog="overnet", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add = commands.add_parser
    add("site", help="build both languages into site/").set_defaults(run=_site)
    add("serve", help="serve the site, and build it again on every change").set_defaults(run=_serve)
    add("bench", help="compare the harness with bash").set_defaults(run=_bench)
    for name, run, text in (
        ("prove", _prove, "run the pages on real Engines"),
        ("record", _record, "run the pages and write what they print into the snippets"),
    ):
        command = add(name, help=text)
        command.add_argument("pages", nargs="*", metavar="PAGE", help="a page's path or its beginning, like overlay/")
        command.add_argument("--engine", default=REFERENCE, help=f"{', '.join(engines.ENGINES)}, or all")
        command.set_defaults(run=run)
    commands.choices["prove"].add_argument("--fresh", action="store_true", help="also what is proven already")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("overnet: ended by a signal"))
    try:
        return arguments.run(arguments)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


def _site(_: argparse.Namespace) -> int:
    draw(_published(SITE, PUBLISHED), SITE)
    return 0


def _serve(_: argparse.Namespace) -> int:
    serve(SITE, PUBLISHED, PORT)
    return 0


def _bench(_: argparse.Namespace) -> int:
    with TemporaryDirectory() as folder:
        bench(_chosen([], Path(folder), [REFERENCE]), _say)
    return 0


def _published(site: Path, markdown: Path) -> list[Page]:
    """Build the site, and account for all code on it. Raises Problem with every fault."""
    published = publish(site, markdown)
    entries = [entry for entry in ledger(published, load_all()) if entry.claim not in (TRANSCRIPT, FAILURE)]
    if faults := stray(published, site):
        raise Problem("\n".join(faults))
    excused = [entry for entry in entries if entry.claim not in ("snippet", "diagram")]
    print(f"{len(entries)} fences accounted for, {len(excused)} of them excused")
    return published


def _chosen(names: list[str], folder: Path, on: list[str]) -> list[Item]:
    published = _published(folder / "site", folder / "published")
    found = items([page for page in published if page.language == LANGUAGES[0]], load_all(), on)
    chosen = [item for item in found if _named(item.page.name, names)]
    if not chosen and on == [REFERENCE]:
        raise Problem(
            f"no page is called {' or '.join(names)}; there are: {', '.join(sorted({item.page.name for item in found}))}"
        )
    return chosen


def _named(page: str, names: list[str]) -> bool:
    return not names or any(page.startswith(name) for name in names)


def _prove(arguments: argparse.Namespace) -> int:
    started = time.monotonic()
    on = engines.chosen(arguments.engine)
    there = [one for one in of_all(today(), on) if _named(one.page, arguments.pages)]
    standings = [one for one in there if one.state != "absent"]
    fresh = arguments.fresh or "CI" in os.environ
    reused = {(one.page, one.track, one.engine) for one in (() if fresh else reusable(standings))}
    results = []
    if not there or len(reused) < len(standings):
        with TemporaryDirectory() as folder:
            chosen = _chosen(arguments.pages, Path(folder), on)
            results = prove([item for item in chosen if (item.page.name, item.track, item.engine) not in reused], _say)
    for one in there:
        if one.state == "absent":
            _say(f"– {one.page} ({one.track}, {one.engine}): not on this engine, as its lab.yml says")
    write_junit(results, JUNIT)
    for result in (one for one in results if one.failure):
        print(f"\n{result.name}: {result.failure}", file=sys.stderr)
    if "GITHUB_ACTIONS" in os.environ:
        for line in annotations(results):
            _say(line)
    stored = [receipts.read(one.page, one.track, one.engine) for one in standings]
    proofs = [one for one in stored if isinstance(one, Receipt)]
    blocks, commands, outputs = (
        sum(counts)
        for counts in (
            [len(one.blocks) for one in proofs],
            [one.commands for one in proofs],
            [one.outputs for one in proofs],
        )
    )
    count, nowhere = len({one.page for one in standings}), sum(not result.here for result in results)
    print(
        f"\n{count} {'page' if count == 1 else 'pages'}, {len(proofs)} of {len(standings)} tracks proven"
        f"{f' on {arguments.engine}' if on != [REFERENCE] else ''}"
        f"{f' ({len(reused)} reused)' if reused else ''}{f', {nowhere} not proven here' if nowhere else ''}: "
        f"{blocks} blocks, {commands} commands, {outputs} outputs, {time.monotonic() - started:.0f} s"
    )
    return 1 if any(result.failed for result in results) else 0


def _record(arguments: argparse.Namespace) -> int:
    if engines.is_image(arguments.engine):
        raise Problem(f"engine {arguments.engine}: an image's engine has no variants, so there is nothing to record")
    for engine in reversed(engines.chosen(arguments.engine)):  # the reference first
        with TemporaryDirectory() as folder:
            record(_chosen(arguments.pages, Path(folder), [engine]), _say)
    return 0


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
