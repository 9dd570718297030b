"""Builds the site with MkDocs, one build per language; the macros write the published Markdown on the way."""

import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from subprocess import PIPE, STDOUT
from tempfile import TemporaryDirectory

from mkdocs.livereload import LiveReloadServer

from overnet.errors import Problem
from overnet.pages import built
from overnet.pages.published import LANGUAGES, PUBLISHED, Page, pages
from overnet.progress import doing
from overnet.project import BUILD, ROOT
from overnet.receipts import store
from overnet.receipts.status import today
from overnet.site import by_engine, front, llms, mermaid, moved, offline, policy, search, status_files, takeaway
from overnet.site.drawing import render
from overnet.site.sources import CONFIGS, FOLDERS, SOURCES, check
from overnet.snippets.walkthrough import load_all

HOST = "127.0.0.1"
COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


@doing("building the site")
def publish(site: Path, published: Path) -> list[Page]:
    """Build all languages into `site`, and return the published pages, which are written to `published`.

    Raises Problem with what MkDocs says where it warns or fails; then `site` is as it was.
    """
    check()
    by_engine.begin()
    mermaid.fetch()
    shutil.rmtree(published, ignore_errors=True)
    published.mkdir(parents=True)
    with TemporaryDirectory(dir=published.parent) as folder:
        built = {language: Path(folder) / language for language in CONFIGS}
        _build(built, published)
        for language in CONFIGS:
            search.defer(built[language])
            _lighten(built[language] / "assets")
            if FOLDERS[language]:
                built[language].rename(built[LANGUAGES[0]] / FOLDERS[language])
        shutil.rmtree(site, ignore_errors=True)
        shutil.move(built[LANGUAGES[0]], site)
    found = pages(published)
    walkthroughs = {walkthrough.name: walkthrough for walkthrough in load_all()}
    for page in found:
        takeaway.save(page, walkthroughs.get(page.name), site / FOLDERS[page.language])
    for language, folder in FOLDERS.items():
        for name, text in llms.files(found, language).items():
            (site / folder / name).write_text(text, "utf-8")
    status_files.save(site, by_engine.standings(), today())
    return found


def _lighten(assets: Path) -> None:
    """Take the comments out of the site's own style sheets, which every reader loads."""
    for sheet in assets.glob("*.css"):
        sheet.write_text(COMMENT.sub("", sheet.read_text("utf-8")), "utf-8")


def _build(folders: dict[str, Path], published: Path) -> None:
    """Run MkDocs for each language, all at once. Raises Problem with what they say."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", PUBLISHED: str(published)}
    faults = []
    with ExitStack() as stack:
        running = {}
        for language, folder in folders.items():
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", CONFIGS[language], "-d", str(folder)]
            running[language] = stack.enter_context(
                subprocess.Popen(command, cwd=ROOT, env=environment, stdout=PIPE, stderr=STDOUT, encoding="utf-8")
            )
            stack.callback(running[language].kill)
        for language, process in running.items():
            output, _ = process.communicate()
            if process.returncode:
                faults.append(f"{CONFIGS[language]}: MkDocs cannot build the site\n{_said(output)}")
    if faults:
        raise Problem("\n".join(faults))


@doing("drawing the diagrams")
def draw(pages: list[Page], site: Path) -> None:
    """Draw the diagrams of the built `pages`, for readers, and show one on the home page. Raises Problem where that
    fails."""
    rules = render({page: _html(page, site) for page in pages})
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


def stray(pages: list[Page], site: Path) -> list[str]:
    """A fault (`docs/…:line: …`) for each difference between the fences of `pages` and the code on their built
    pages."""
    return [fault for page in pages for fault in built.faults(page, _html(page, site))]


def _html(page: Page, site: Path) -> Path:
    name = f"{page.name}.html" if page.name == "index" else f"{page.name}/index.html"
    return site / FOLDERS[page.language] / name


def serve(site: Path, published: Path, port: int) -> None:
    """Build the site, serve it on loopback, and build it again whenever a source or a receipt changes, until Ctrl-C.

    Raises Problem if the port is in use.
    """
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        raise Problem(f"port {port} cannot be used ({os.strerror(error.errno)}): end what listens there") from None

    def build() -> None:
        try:
            draw(publish(site, published), site)
        except Problem as problem:
            print(problem, file=sys.stderr)

    build()
    print(f"Serving on http://{HOST}:{port}/ and http://{HOST}:{port}/zh/; Ctrl-C ends it", flush=True)
    server = LiveReloadServer(build, HOST, port, str(site))
    for source in SOURCES:
        server.watch(str(ROOT / source))
    for kind in store.FOLDERS.values():
        folder = BUILD / kind
        folder.mkdir(parents=True, exist_ok=True)
        server.watch(str(folder))
    try:
        with suppress(KeyboardInterrupt):
            server.serve()
    finally:
        server.shutdown()


def _said(output: str) -> str:
    """MkDocs' messages, and each further line of one that is indented or names its place; without tracebacks, what else
    was printed, and its sentences about what it was doing."""
    records = re.findall(r"^(?:WARNING|ERROR) +- +(.+(?:\n(?: +|docs/|snippets/).+)*)", output, re.MULTILINE)
    said = [record for record in records if not re.fullmatch(r"Error (?:reading|building) page '.*':", record)]
    return "\n".join(dict.fromkeys(said or output.splitlines()[-15:]))
