"""The plugin that runs a page's Python fences: it goes on after a wrong output, and ends where that makes no sense."""

import json
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.pages.published import Fence
from overnet.proving import pytest_track
from overnet.snippets.cells import parse_python
from overnet.snippets.snippet import Snippet
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal import executor
from tests.terminal.local import LocalHost

TEXTS = {"one.py": "#: on node1\nprint('a')\n#> b\n", "two.py": "#: on node1\nprint('c')\n#> d\n"}
FAILING = {**TEXTS, "three.py": "#: on node1\n1 / 0\n"}


def failure(texts: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch, published: str = "") -> str:
    """What the run of a page of these snippets says, on an interpreter of this machine; `published` is what the page
    has in place of each of them, if it is something else."""
    snippets = {name: Snippet(f"page/{name}", text, tuple(parse_python(text))) for name, text in texts.items()}
    page = Walkthrough("page", {"node1": "192.0.2.11"}, (), (), 5, snippets)
    monkeypatch.setattr(pytest_track, "load", lambda name: page)
    monkeypatch.setattr(pytest_track, "attach", lambda lab: {"node1": LocalHost()})
    monkeypatch.setattr(executor, "READ_SECONDS", 0)
    result = folder / "result.json"
    paths = [snippet.path for snippet in snippets.values()]
    handover = {"walkthrough": "page", "snippets": paths, "lab": {}, "engine": "28.5", "recording": False}
    track = pytest_track.Track({**handover, "result": result})
    for snippet in snippets.values():
        try:
            track.perform(Fence("python", {"data-snippet": snippet.path}, published or snippet.commands[0].text, 1))
        except Problem as problem:
            track.failure = str(problem)
            break
    track.finish()
    return json.loads(result.read_text())["failure"]


def places(text: str) -> list[str]:
    return [line.split(": ")[0] for line in text.split("\n") if line.startswith("snippets/")]


def test_all_wrong_outputs_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places(failure(TEXTS, tmp_path, monkeypatch)) == ["snippets/page/one.py:2", "snippets/page/two.py:2"]


def test_what_ended_the_run_is_told_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = failure(FAILING, tmp_path, monkeypatch)
    assert places(told) == ["snippets/page/one.py:2", "snippets/page/two.py:2", "snippets/page/three.py:2"]
    assert "exit status 1 on node1" in told


def test_a_page_that_was_published_before_its_snippet_changed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = failure(TEXTS, tmp_path, monkeypatch, published="print('b')")
    assert told == "snippets/page/one.py:2: the published page has another text here; publish the site again"
