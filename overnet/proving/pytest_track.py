"""A pytest plugin: runs the Python fences that pytest-markdown-docs collects from a published page on a lab's hosts.

`track.perform` starts pytest with this plugin and hands over, as JSON in OVERNET_TRACK, what Track takes: the name of
the walkthrough, the paths of the track's snippets, …, and the file for the result: {"outcomes": {path of a snippet:
[…]}, "failure": "" or a text}. A fence whose output is wrong passes for pytest, since the run goes on; the failure
tells of it.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest
from pytest_markdown_docs._runners import _Runner, register_runner

from overnet.errors import Problem
from overnet.labs.lab import attach
from overnet.pages.published import Fence, Page, parser
from overnet.proving.rewriting import save
from overnet.snippets.snippet import TOPOLOGY
from overnet.snippets.walkthrough import load
from overnet.terminal.executor import Executor, Outcome


class Track:
    """The state of one run: which fences the page has, and what has been performed of each snippet."""

    def __init__(self, handover: dict):
        self.walkthrough = load(handover["walkthrough"])
        self.snippets = [self.walkthrough.snippets[Path(path).name] for path in handover["snippets"]]
        self.engine = handover["engine"]
        hosts = attach(handover["lab"])
        self.executor = Executor(self.walkthrough, self.snippets, hosts, handover["recording"], self.engine)
        self.result = Path(handover["result"])
        self.outcomes: dict[str, list[Outcome]] = {snippet.path: [] for snippet in self.snippets}
        self.failure = ""

    def perform(self, fence: Fence) -> None:
        """Run the next cell of the fence's snippet, after the topologies before it on the page; nothing if it is for
        another engine. Raises Problem."""
        numbers = [number for number, snippet in enumerate(self.snippets) if snippet.path == fence.snippet]
        if not numbers:
            return
        [number] = numbers
        snippet = self.snippets[number]
        for other in self.snippets[:number]:
            if other.kind == TOPOLOGY and not self.outcomes[other.path]:
                self.outcomes[other.path].append(self.executor.attempt(other, other.commands[0]))
        outcomes = self.outcomes[snippet.path]
        cell = snippet.commands[len(outcomes)]
        if cell.text != fence.text:
            raise Problem(
                f"{snippet.file}:{cell.line}: the published page has another text here; publish the site again"
            )
        outcomes.append(self.executor.attempt(snippet, cell))
        if self.executor.recording and len(outcomes) == len(snippet.commands):
            save(snippet, outcomes, self.engine)

    def finish(self) -> None:
        """Write the result for `track.perform`."""
        if not self.failure:
            left = [snippet for snippet in self.snippets if len(self.outcomes[snippet.path]) < len(snippet.commands)]
            missing = [
                f"{snippet.file}: not all of it was performed; a page ends with its clean-up step" for snippet in left
            ]
            self.failure = "\n\n".join([*self.executor.wrong, *missing[:1]])
        outcomes = {path: [asdict(outcome) for outcome in done] for path, done in self.outcomes.items()}
        self.result.write_text(json.dumps({"outcomes": outcomes, "failure": self.failure}), "utf-8")
        self.executor.close()


@register_runner(default=True)
class LabRunner(_Runner):
    """Runs each fence once, on its host. Never raises TypeError: pytest-markdown-docs 0.9.2 would run it again."""

    def runtest(self, test, args, *, asyncio_runner=None):
        page = Page("", "", test.source_path)
        fence = next(fence for fence in page.fences if fence.line == test.start_line)
        try:
            track.perform(fence)
        except Exception as error:
            track.failure = str(error) if isinstance(error, Problem) else repr(error)
            raise Problem(track.failure) from error

    def repr_failure(self, test, excinfo, style=None):
        return str(excinfo.value)


track: Track


def pytest_configure(config):
    global track
    track = Track(json.loads(os.environ["OVERNET_TRACK"]))


@pytest.hookimpl(tryfirst=True)
def pytest_markdown_docs_markdown_it():
    return parser()


def pytest_sessionfinish(session):
    track.finish()
