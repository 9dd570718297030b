"""Builds the site with MkDocs, one build per language; the macros write the published Markdown on the way."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from overnet.errors import Problem
from overnet.pages.published import LANGUAGES, PUBLISHED, Page, pages
from overnet.progress import doing
from overnet.project import ROOT
from overnet.site import by_engine, front, mermaid, moved, offline, policy
from overnet.site.drawing import render
from overnet.site.sources import CONFIGS, FOLDERS, check


class Builders(ExitStack):
    """The processes that build the languages (see builder), all at once, until the context ends. They begin with all
    pages, and write the published Markdown to `published`, emptied before. Raises Problem if there is no building."""

    def __init__(self, published: Path):
        super().__init__()
        check()
        by_engine.begin()
        mermaid.fetch()
        shutil.rmtree(published, ignore_errors=True)
        published.mkdir(parents=True)
        self.folder = Path(self.enter_context(TemporaryDirectory(dir=published.parent)))
        self.asked: dict[str, Connection] = {}
        self.busy = True
        self.processes = [self._started(language, published) for language in CONFIGS]

    def _started(self, language: str, published: Path) -> subprocess.Popen:
        here, other = Pipe()
        self.asked[language] = self.enter_context(here)
        command = [sys.executable, "-m", "overnet.site.builder", language, self.folder / language, str(other.fileno())]
        with other, self._log(language).open("w", encoding="utf-8") as log:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", PUBLISHED: str(published)},
                pass_fds=[other.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.enter_context(process)
        self.callback(process.kill)
        return process

    def _log(self, language: str) -> Path:
        return self.folder / f"{language}.log"

    @property
    def alive(self) -> bool:
        """Whether all of them are."""
        return all(process.poll() is None for process in self.processes)

    def ask(self, names: list[str]) -> None:
        """Let them build the pages of these names again, and no other."""
        self.busy = True
        for connection in self.asked.values():
            connection.send(names)

    def leave_off(self) -> None:
        """End those that are still building; then what they were to build is a Problem."""
        for process in self.processes if self.busy else []:
            process.kill()

    def written(self) -> None:
        """Wait until the Markdown of all pages is published, before there is HTML of it. Raises Problem with the faults
        of the pages that cannot be."""
        self._answers()

    def built(self) -> Path:
        """The folder with what they built, once they have. Raises Problem with all faults of the pages."""
        self._answers()
        self.busy = False
        for language, folder in FOLDERS.items():
            if folder:
                (self.folder / language).rename(self.folder / LANGUAGES[0] / folder)
        return self.folder / LANGUAGES[0]

    def _answers(self) -> None:
        answers = [self._answer(language) for language in CONFIGS]
        if faults := [answer for answer in answers if answer]:
            raise Problem("\n".join(faults))

    def _answer(self, language: str) -> str:
        try:
            return self.asked[language].recv()
        except (EOFError, OSError):
            said = self._log(language).read_text("utf-8").splitlines()
            return "\n".join([f"{CONFIGS[language]}: MkDocs cannot build the site", *said[-15:]])


@doing("building the site")
def publish(site: Path, published: Path, meanwhile: Callable[[list[Page]], None] = lambda _: None) -> list[Page]:
    """Build all languages into `site`, and return the published pages, which are written to `published`; what is to be
    done with these `meanwhile`, is done while HTML is made of them.

    Raises Problem with what MkDocs says where it warns or fails, and with each difference between the fences of the
    pages and the code on their built pages; then `site` is as it was.
    """
    with Builders(published) as builders:
        builders.written()
        found = pages(published)
        meanwhile(found)
        replace(site, builders.built())
    return found


def replace(site: Path, tree: Path) -> None:
    """Put a built tree in the place of `site`, by renaming both."""
    if site.exists():
        shutil.move(site, tree.parent / "before")
    shutil.move(tree, site)


@doing("drawing the diagrams")
def draw(pages: list[Page], site: Path) -> None:
    """Draw the diagrams of the built `pages`, for readers, and show one on the home page. Raises Problem where that
    fails."""
    adorn(site, render({page: html(page, site) for page in pages}))


def adorn(site: Path, rules: str) -> None:
    """Add the style rules of drawings to those of the built `site`, and fill its home page."""
    for folder in FOLDERS.values():
        with (site / folder / "assets" / "diagrams.css").open("a", encoding="utf-8") as style:
            style.write(rules)
    front.fill(site)


def finish(pages: list[Page], site: Path) -> None:
    """What readers get and a preview does not need: drawings, the zip for reading without a network, what leads from
    old addresses, and the policy that keeps pages safe. Raises Problem where that fails."""
    draw(pages, site)
    offline.save(site)
    moved.leave(site, moved.table())
    policy.apply(site)


def html(page: Page, site: Path) -> Path:
    """The file of a page in the built `site`."""
    name = f"{page.name}.html" if page.name == "index" else f"{page.name}/index.html"
    return site / FOLDERS[page.language] / name
