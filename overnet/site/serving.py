"""The site for its authors: served on loopback, and built again whenever a source or a receipt changes.

A change of pages alone, or of their snippets, is shown at once, by the processes that built the site (see builder).
Then the whole site is built behind what is shown, and takes its place: the search, the lists of all pages, and other
pages that show what has changed follow so. Any other change is shown when all is built.
"""

import os
import shutil
import socket
import sys
from contextlib import ExitStack, suppress
from fnmatch import fnmatchcase
from pathlib import Path
from threading import Thread

from mkdocs.livereload import LiveReloadServer

from overnet.errors import Problem
from overnet.pages.published import LANGUAGES, pages
from overnet.progress import doing
from overnet.project import BUILD, DOCS, ROOT, SNIPPETS
from overnet.receipts import store
from overnet.site import mermaid
from overnet.site.drawing import render
from overnet.site.publish import Builders, adorn, draw, html, replace
from overnet.site.sources import SOURCES
from overnet.snippets.files import EDITORS

HOST = "127.0.0.1"
PAGES, WHOLE = "{}: shown; the whole site follows", "the whole site: shown"  # what it says
WATCHED = [*(ROOT / source for source in SOURCES), *(BUILD / kind for kind in store.FOLDERS.values())]

Stamps = dict[Path, int]  # when each file was last written


def serve(site: Path, published: Path, port: int) -> None:
    """Build the site, serve it on loopback, and build it again whenever a source or a receipt changes, until Ctrl-C.

    Raises Problem if the port is in use.
    """
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        why = os.strerror(error.errno)
        raise Problem(
            f"port {port} cannot be used ({why}): end what listens there, or take another: make serve PORT={port + 1}"
        ) from None
    with ExitStack() as stack:
        preview = Preview(site, published)
        stack.callback(preview.end)
        server = LiveReloadServer(preview.follow, HOST, port, str(site))
        stack.callback(server.shutdown)
        for kind in store.FOLDERS.values():
            (BUILD / kind).mkdir(parents=True, exist_ok=True)
        for path in WATCHED:
            server.watch(str(path))
        server.observer.start()  # for changes during the first build
        server.observer.start = lambda: None  # which the server would do
        preview.follow()
        print(f"Serving on http://{HOST}:{port}/ and http://{HOST}:{port}/zh/; Ctrl-C ends it", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve()


class Preview:
    """The built `site`, which follows its sources until its end."""

    def __init__(self, site: Path, published: Path):
        self.site, self.published = site, published
        self.seen: Stamps = {}  # of what is shown, or could not be
        self.whole: Stamps = {}  # of the site as a whole,
        self.builders: Builders | None = None  # which these built
        self.coming: Builders | None = None  # those of the next, behind what is shown
        self.behind: Thread | None = None
        self.superseded = False

    def follow(self) -> None:
        """Show what the sources are now; print what is wrong with them, and leave what is shown."""
        if (now := stamps()) == self.seen:
            return
        self._stop()
        self.seen = now
        names = touched(self.whole, now)
        try:
            if names and self.builders.alive:
                self._pages(names)
                print(PAGES.format(", ".join(names)), flush=True)
                self.coming = Builders(self.published)
                self.behind = Thread(target=self._behind)
                self.behind.start()
            else:
                self._whole(Builders(self.published))
        except Problem as problem:
            print(problem, file=sys.stderr)

    def end(self) -> None:
        self._stop()
        if self.builders:
            self.builders.close()

    def _pages(self, names: list[str]) -> None:
        """Put the pages of these names, as they are now, into the site. Raises Problem with their faults."""
        self.builders.ask(names)
        tree = self.builders.built()
        found = [page for page in pages(self.published) if page.name in names]
        rules = render({page: html(page, tree) for page in found})
        shutil.copytree(tree, self.site, dirs_exist_ok=True)
        adorn(self.site, rules)

    @doing("building the site")
    def _whole(self, builders: Builders) -> None:
        """Put what they build in place of the site, and let them wait for changes. Raises Problem with the faults of
        the pages."""
        with ExitStack() as failed:
            failed.enter_context(builders)
            builders.written()
            tree = builders.built()
            draw(pages(self.published), tree)
            replace(self.site, tree)
            failed.pop_all()
        if self.builders:
            self.builders.close()
        self.builders, self.whole = builders, self.seen

    def _behind(self) -> None:
        try:
            self._whole(self.coming)
            print(WHOLE, flush=True)
        except Problem as problem:
            if not self.superseded:
                print(problem, file=sys.stderr)

    def _stop(self) -> None:
        """Leave off building the whole site of what has changed since, unless it is about to be shown."""
        if self.behind:
            self.superseded = True
            self.coming.leave_off()
            self.behind.join()
            self.behind, self.superseded = None, False


def stamps() -> Stamps:
    """When each file was last written that the site is built of, but for what editors leave, and for the script of the
    diagrams, which a build puts there."""
    others = (*EDITORS, mermaid.NAME)
    found = {}
    for top in WATCHED:
        for file in [top, *top.rglob("*")]:
            if file.is_file() and not any(fnmatchcase(file.name, pattern) for pattern in others):
                with suppress(FileNotFoundError):
                    found[file] = file.stat().st_mtime_ns
    return found


def touched(before: Stamps, now: Stamps) -> list[str]:
    """The pages that have changed, where nothing else has, and each was there before and is there now, in every
    language."""
    names = {page_of(file) for file, _ in before.items() ^ now.items()}
    known = before.keys() & now.keys()
    alone = all(DOCS / language / f"{name}.md" in known for name in names for language in LANGUAGES)
    return sorted(names) if alone else []


def page_of(file: Path) -> str:
    """The page of which a file is the source, or a snippet; "" if it is neither."""
    if SNIPPETS in file.parents:
        return str(file.parent.relative_to(SNIPPETS))
    folders = [DOCS / language for language in LANGUAGES if DOCS / language in file.parents and file.suffix == ".md"]
    return str(file.relative_to(folders[0]).with_suffix("")) if folders else ""
