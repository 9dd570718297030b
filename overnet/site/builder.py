"""One language of the site, built by MkDocs in a process of its own (`python -m overnet.site.builder`), which then
waits, with all that MkDocs has read and made, to build single pages anew.

It answers with what is wrong with the pages, "" if nothing is: when their Markdown is published, when all is built, and
then once for each question, which is a list of the pages to build.
"""

import logging
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from overnet.errors import Problem
from overnet.pages import built
from overnet.pages.published import PUBLISHED, Page
from overnet.project import ROOT
from overnet.receipts.status import today
from overnet.site import by_engine, light, llms, search, status_files, takeaway
from overnet.site.here import is_walked, walkthrough
from overnet.site.sources import CONFIGS, FOLDERS

DOING = re.compile(r"Error (?:reading|building) page '.*':")  # what MkDocs was doing, before it says what is wrong
SAID = re.compile(r".+(?:\n(?: +|docs/|snippets/).+)*")  # without the traceback that may follow
LINK = re.compile(r"Doc file '(?P<file>[^']+)' (?P<said>contains an? [^']*'(?P<link>[^']*)'.*)", re.DOTALL)


class _Kept(BasePlugin):
    """What MkDocs makes on its way to the pages, and needs for each of them."""

    def __init__(self, written: Callable[[], None]):
        self.written = written  # called when the Markdown of all pages is

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self.nav, self.files = nav, files

    def on_env(self, env, *, config: MkDocsConfig, files: Files) -> None:
        self.env = env
        env.trim_blocks = env.lstrip_blocks = True  # empty lines of templates weigh half a KB a page
        self.written()


class _Heard(logging.Handler):
    """Keeps the warnings of MkDocs and its plugins, each once, with the place where there is one."""

    def __init__(self, language: str):
        super().__init__(logging.WARNING)
        self.language = language
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not DOING.fullmatch(message) and (said := placed(SAID.search(message)[0], self.language)) not in self.said:
            self.said.append(said)


def placed(said: str, language: str) -> str:
    """What MkDocs says of a link, with the place of it: that of the page alone, where a macro wrote the link."""
    if not (found := LINK.fullmatch(said)):
        return said
    page = f"docs/{language}/{found['file']}"
    typed = re.compile(rf"(?<![\w./#-]){re.escape(found['link'])}(?![\w./#-])")
    lines = (ROOT / page).read_text("utf-8").split("\n")
    number = next((number for number, line in enumerate(lines, 1) if typed.search(line)), None)
    return f"{page}:{number}: {found['said']}" if number else f"{page}: {found['said']}"


class Builder:
    """Builds `language` into `folder`, and the Markdown that its macros publish into `published`; says when that is
    `written`, the first time."""

    def __init__(self, language: str, folder: Path, published: Path, written: Callable[[], None]):
        self.language, self.folder, self.published = language, folder, published
        self.kept, self.heard = _Kept(written), _Heard(language)
        logging.getLogger("mkdocs").addHandler(self.heard)

    def whole(self) -> None:
        """Build all pages, and what belongs to them together. Raises Problem with the faults of the pages."""
        search.separate()
        with self._strict():
            self.config = load_config(CONFIGS[self.language], site_dir=str(self.folder))
            self.config.plugins["kept"] = self.kept
            build(self.config)
        search.defer(self.folder)
        files = self.kept.files.documentation_pages()
        pages = [self._page(file) for file in files]
        light.lighten(self.folder / "assets", self.config.theme["palette"], (page.text for page in pages))
        for name, text in llms.files(pages, self.language).items():
            (self.folder / name).write_text(text, "utf-8")
        if not FOLDERS[self.language]:
            status_files.save(self.folder, by_engine.standings(), today())
        self._complete(files)

    def again(self, names: list[str]) -> None:
        """Build the pages of these names, as they are now, and nothing else, into the folder, which is emptied before.
        Raises Problem with the faults of the pages."""
        shutil.rmtree(self.folder, ignore_errors=True)
        walkthrough.cache_clear()
        kept, config, every = self.kept, self.config, self.kept.files.documentation_pages()
        files = [file for file in every if file.src_uri.removesuffix(".md") in names]
        with self._strict():
            for file in files:
                _populate_page(file.page, config, kept.files)
            for file in files:
                _build_page(file.page, config, every, kept.nav, kept.env)
            for file in files:
                file.page.validate_anchor_links(files=kept.files, log_level=config.validation.links.anchors)
        self._complete(files)

    @contextmanager
    def _strict(self) -> Iterator[None]:
        """Let MkDocs do something. Raises Problem if it warns, or fails."""
        self.heard.said = []
        try:
            yield
        except (MkDocsException, Problem, SystemExit) as error:
            self.heard.said = self.heard.said or [str(error)]
        if self.heard.said:
            raise Problem("\n".join([f"{CONFIGS[self.language]}: MkDocs cannot build the site", *self.heard.said]))

    def _complete(self, files: list[File]) -> None:
        """Write what readers can take with them of these pages. Raises Problem with each difference between their
        fences and the code on their built pages."""
        if faults := [
            fault for file in files for fault in complete(self._page(file), Path(file.abs_dest_path), self.folder)
        ]:
            raise Problem("\n".join(faults))

    def _page(self, file: File) -> Page:
        return Page(self.language, file.src_uri.removesuffix(".md"), self.published / self.language / file.src_uri)


def complete(page: Page, html: Path, folder: Path) -> list[str]:
    """Write what readers can take with them of a page, whose built file is `html`, into `folder`, that of its language.
    Returns each difference between its fences and the code there."""
    takeaway.save(page, walkthrough(page.name) if is_walked(page.name) else None, folder)
    return list(built.faults(page, html))


def main(language: str, folder: str, descriptor: str) -> None:
    """Build the language, answer, and build again the pages that are asked for, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks
    with Connection(int(descriptor)) as asker, suppress(EOFError):
        builder = Builder(language, Path(folder), Path(os.environ[PUBLISHED]), lambda: asker.send(""))
        asker.send(_fault(builder.whole))
        while True:
            asker.send(_fault(builder.again, asker.recv()))


def _fault(make: Callable[..., None], *arguments: list[str]) -> str:
    try:
        make(*arguments)
    except Problem as problem:
        return str(problem)
    return ""


if __name__ == "__main__":
    main(*sys.argv[1:])
