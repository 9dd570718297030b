"""Runs one track of one page in a lab: its Shell commands, or its Python cells."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from overnet.errors import NotHere, Problem
from overnet.labs.lab import Lab
from overnet.labs.outer import Outer
from overnet.labs.run import Run
from overnet.project import ROOT
from overnet.proving.items import Item
from overnet.proving.rewriting import save
from overnet.terminal.executor import Executor, Outcome

Outcomes = dict[str, list[Outcome]]


@contextlib.contextmanager
def place(run: Run, item: Item) -> Iterator[Outer]:
    """The outer engine that has what the item's page needs. Raises NotHere (`snippets/…: …`) where there is none."""
    try:
        with run.place(item.walkthrough.needs, item.engine) as outer:
            yield outer
    except NotHere as problem:
        raise NotHere(f"snippets/{item.walkthrough.name}/lab.yml: {problem}") from None


def perform(item: Item, lab: Lab, recording: bool = False) -> Outcomes:
    """Run the item's snippets in page order. Raises Problem with all outputs that are wrong, and what ended the run."""
    if item.track == "Python":
        return _perform_python(item, lab, recording)
    executor = Executor(item.walkthrough, item.snippets, lab.hosts, recording, item.engine)
    outcomes: Outcomes = {}
    try:
        for snippet in item.snippets:
            outcomes[snippet.path] = [executor.attempt(snippet, command) for command in snippet.commands]
            if recording:
                save(snippet, outcomes[snippet.path], item.engine)
        executor.require()
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
                   "-p", "pytest_markdown_docs.plugin", "-p", "overnet.proving.pytest_track", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(ROOT), str(item.page.file)]  # fmt: skip
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "OVERNET_TRACK": json.dumps(handover), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            capture_output=True,
            encoding="utf-8",
        )
        answer = json.loads(result.read_text("utf-8")) if result.exists() else {}
    if answer.get("failure"):
        raise Problem(answer["failure"])
    if done.returncode or not answer:
        raise Problem(
            f"{item.page.source}: pytest ended with status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return {path: [Outcome(**outcome) for outcome in outcomes] for path, outcomes in answer["outcomes"].items()}
