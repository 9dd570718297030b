"""The command line: python -m overnet COMMAND, as the Makefile calls it."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from overnet import engines
from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.pages import glossary, prose, scaffold, translation
from overnet.pages.ledger import ledger
from overnet.pages.published import OF_RUNS, Page, is_called
from overnet.project import BUILD, ROOT
from overnet.proving import by_name, shards
from overnet.proving.bench import bench
from overnet.receipts import merging, status
from overnet.receipts.stale import stale
from overnet.site.expansion import expand
from overnet.snippets.walkthrough import load_all

SITE, MARKDOWN = ROOT / "site", BUILD / "published"
apart = ExitStack()  # folders that go when the command ends


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="overnet", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add = commands.add_parser
    add("site", help="build both languages into site/").set_defaults(run=_site)
    command = add("serve", help="serve the site, and build it again on every change")
    command.add_argument("--port", type=int, default=8000, help="that of 127.0.0.1, 8000 by default")
    command.set_defaults(run=_serve)
    add("bench", help="compare the site with a stock build, and the harness with bash").set_defaults(run=_bench)
    add("lint", help="check the prose of the pages").set_defaults(run=_lint)
    _add_runs(commands)
    command = add("receipts", help="put together what the runs of several machines left")
    command.add_argument("what", choices=["merge"])
    command.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="what build/ was on one machine")
    command.add_argument("--engine", default=REFERENCE, help="what must be proven then: an engine, or all")
    command.set_defaults(run=_merge)
    command = add("stale", help="say what failed in the last run, with the diffs, as the text of an issue")
    command.add_argument("--engine", default=REFERENCE, help="on which engine, or all")
    command.set_defaults(run=_stale)
    command = add("new", help="write a new page in both languages, with a walkthrough of one step")
    command.add_argument("page", metavar="PAGE", help="its path, like overlay/foo")
    command.set_defaults(run=_new)
    command = add("translated", help="note in the translations of pages that they are of today's English text")
    command.add_argument("pages", nargs="+", metavar="PAGE", help="a page's path, like network/bridge")
    command.set_defaults(run=_translated)
    command = add("lab", help="start a lab and keep it until Ctrl-C")
    command.add_argument("hosts", nargs="+", metavar="HOST", help="names of the hosts")
    command.set_defaults(run=_lab)
    return parser


def _add_runs(commands: argparse._SubParsersAction) -> None:
    for name, run, text in (
        ("prove", _prove, "run the pages on real Engines"),
        ("record", _record, "run the pages and write what they print into the snippets"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument(
            "pages", nargs="*", metavar="PAGE", help="a page's path, or a folder of pages, like overlay/"
        )
        command.add_argument("--engine", default=REFERENCE, help=f"{', '.join(engines.ENGINES)}, or all")
        command.set_defaults(run=run)
    commands.choices["prove"].add_argument("--shard", default="1/1", help="one of several parts, like 2/6")
    commands.choices["prove"].add_argument("--last", type=Path, help="a site's status.json, which balances the parts")
    commands.choices["prove"].add_argument("--fresh", action="store_true", help="also what is proven already")


def main() -> int:
    arguments = _parser().parse_args()
    _in_any_locale()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("overnet: ended by a signal"))
    try:
        with apart:
            return arguments.run(arguments) or 0
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


def _in_any_locale() -> None:
    """Let MkDocs and pytest open files as UTF-8, and messages have signs that the terminal's encoding lacks."""
    os.environ["PYTHONUTF8"] = "1"
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")


def _site(_: argparse.Namespace) -> None:
    from overnet.site.publish import finish, publish  # brings along a browser's driver: no other command waits for it

    published = publish(SITE, MARKDOWN, lambda written: _say(_accounted(written, [])))
    finish(published, SITE)


def _serve(arguments: argparse.Namespace) -> None:
    from overnet.site.serving import serve

    serve(SITE, MARKDOWN, arguments.port)


def _bench(_: argparse.Namespace) -> None:
    from overnet.site import stock

    stock.bench(_say)
    bench(by_name.chosen(_expanded([]), by_name.called([]), [REFERENCE]), _say)


def _lint(_: argparse.Namespace) -> int:
    found = [*prose.lint(), *glossary.lint(prose.terms())]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


def _new(arguments: argparse.Namespace) -> None:
    _say("\n".join(scaffold.scaffold(arguments.page)))


def _translated(arguments: argparse.Namespace) -> None:
    for name in arguments.pages:
        translation.translated(name)


def _prove(arguments: argparse.Namespace) -> int:
    fresh = arguments.fresh or "CI" in os.environ
    part = shards.shard(arguments.shard, shards.told(arguments.last) if arguments.last else {})
    return 0 if by_name.prove(arguments.pages, arguments.engine, fresh, _expanded, _say, part) else 1


def _merge(arguments: argparse.Namespace) -> int:
    _say(f"{merging.merge(arguments.folders)} receipts and failures merged into build/")
    missing = status.owed(status.of_all(status.today(), engines.chosen(arguments.engine)))
    for one in missing:
        print(f"{one.page} ({one.track}, {one.engine}): {one.state}", file=sys.stderr)
    return 1 if any(one.state != "nowhere" for one in missing) else 0


def _stale(arguments: argparse.Namespace) -> None:
    standings = status.of_all(status.today(), engines.chosen(arguments.engine))
    print(stale([one.record for one in standings if one.state == "failed"]), end="")


def _record(arguments: argparse.Namespace) -> None:
    by_name.record(arguments.pages, arguments.engine, _expanded, _say)


def _lab(arguments: argparse.Namespace) -> None:
    try:
        with Run() as run, Lab(run.outer, "by hand", arguments.hosts) as lab:
            address = f"DOCKER_HOST={run.outer.engine.address} " if run.outer.engine.address else ""
            _say(f"Docker Engine {run.engine['version']}; enter a host with:")
            for host in lab.hosts.values():
                _say(f"  {address}docker exec -it {host.container} bash  # {host.name}, {host.address}")
            _say("Ctrl-C ends the lab.")
            signal.pause()
    except KeyboardInterrupt:
        print()


def _expanded(names: Sequence[str]) -> list[Page]:
    """The published Markdown of the pages of these names, or of all, accounted for by itself."""
    published = expand(names, Path(apart.enter_context(TemporaryDirectory())))
    _say(_accounted(published, names))
    return published


def _accounted(published: list[Page], names: Sequence[str]) -> str:
    """Account for the fences of these pages, which are those of these names, or all, and say how many there are. Raises
    Problem with every fault."""
    there = load_all()
    called = [one for one in there if is_called(one.name, names)]
    entries = [entry for entry in ledger(published, called, there) if entry.claim not in OF_RUNS]
    excused = [entry for entry in entries if entry.claim not in ("snippet", "diagram")]
    return f"{len(entries)} fences accounted for, {len(excused)} of them excused"


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
