"""A small page of both tracks, what a run of it leaves, and where it stands then."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from overnet.receipts import status, store
from overnet.receipts.store import Block, Exchange, Receipt, Record
from overnet.snippets.walkthrough import Walkthrough, read_snippet

DAY = date(2026, 11, 24)
FILES = {
    "run.console": "$ docker ps\nID\n",
    "run.py": "import docker\nprint(1)\n#> 1\n",
    "map.topology": "network\nnode1 network app bridge 172.18.0.0/16 -\n",
    "end.console": "$ true\n",
    "end.py": "pass\n",
}
OLDER = {"engine": "26.1", "version": "26.1.5"}
SOURCE = '[[= step("run") =]]\n\n[[= topology("map") =]]\n\n[[= step(\'end\') =]]\n'


def page_in(root: Path) -> Walkthrough:
    """The walkthrough "page" of FILES, whose page says SOURCE."""
    folder = root / "page"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    snippets = {name: read_snippet(folder / name, root, ["node1"]) for name in FILES}
    return Walkthrough("page", {"node1": "192.0.2.11"}, (), ("alpine",), 1, snippets)


def receipt(page: Walkthrough, track: str, when: date = DAY, waited: float = 0.0) -> Receipt:
    """What a run of the page leaves."""
    blocks = [
        Block(
            snippet.path,
            snippet.digest,
            2.5,
            waited,
            [Exchange("node1", command.text, "real `output`\n") for command in snippet.commands],
        )
        for snippet in status.order(page, track, SOURCE)
    ]
    return Receipt(
        walkthrough="page",
        track=track,
        when=f"{when}T09:00:00+00:00",
        engine="28.5",
        kernel="6.1.0",
        version="28.5.2",
        origin="Debian forky",
        images={"alpine": "stand-in"},
        lab=store.lab_digest(page),
        harness="",
        seconds=9.5,
        blocks=blocks,
    )


def judged(page: Walkthrough, record: Record | None, source: str = SOURCE, track: str = "Shell") -> status.Standing:
    return status.standing(page, track, status.order(page, track, source), record, DAY)


def with_snippet(page: Walkthrough, name: str, text: str) -> Walkthrough:
    return replace(page, snippets={**page.snippets, name: replace(page.snippets[name], text=text)})


def on_older(page: Walkthrough, record: Record | None, track: str = "Shell") -> status.Standing:
    return status.standing(page, track, status.order(page, track, SOURCE, "26.1"), record, DAY, "26.1")


def with_variant(page: Walkthrough) -> Walkthrough:
    variant = replace(page.snippets["run.console"], path="page/run@26.1.console", text="$ docker ps\nNAME\n")
    return replace(page, snippets={**page.snippets, "run@26.1.console": variant})
