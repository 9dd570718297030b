"""The built site, served on loopback under a base path, and a browser that reports what goes wrong on a page."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Response, sync_playwright
from playwright.sync_api import Page as Tab

from overnet.errors import Problem
from overnet.pages.published import Page, pages
from overnet.project import ROOT
from overnet.site import npm, stock
from overnet.site.publish import finish, publish
from tests.site.addresses import address

BASE = "/some/where/"
DESKTOP = {"width": 1280, "height": 900}
SOURCES = ("docs", "snippets", "overrides", "overnet", "build/receipts", "mkdocs.yml", "mkdocs.zh.yml")
NO_OTHER_HOST = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
MOVED = """
window.moved = 0
new PerformanceObserver(list => { for (const { value } of list.getEntries()) window.moved += value })
  .observe({ type: "layout-shift", buffered: true })
"""
AXE = ("axe-core", "4.14.1", "axe.min.js", "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c")


@dataclass(frozen=True)
class Built:
    """A built site: the folder to serve, and its published pages by their paths below the base."""

    folder: Path
    pages: dict[str, Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What `make site` built, if that is newer than all that it is built from, else a build of its own."""
    parts = [ROOT / name for name in SOURCES]
    files = [file for part in parts for file in (part.rglob("*") if part.is_dir() else [part]) if file.is_file()]
    newest = max(file.stat().st_mtime for file in files if "__pycache__" not in file.parts)
    folder, published = ROOT / "site", ROOT / "build" / "published"
    last = (folder / "zh" / "index.html", published / "zh" / "index.md")
    if all(file.exists() and file.stat().st_mtime > newest for file in last):
        found = pages(published)
    else:
        folder, published = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("published")
        try:
            found = publish(folder, published)
            finish(found, folder)
        except Problem as problem:
            pytest.fail(str(problem), pytrace=False)
    return Built(folder, {address(page): page for page in found})


class _UnderBase(stock.Silent):
    def translate_path(self, path: str) -> str:
        inside = path.startswith(BASE)
        return super().translate_path(path.removeprefix(BASE[:-1]) if inside else "/outside-the-base")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")  # so that the browser does not ask whether it has changed
        super().end_headers()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site; gives the URL of its English home page."""
    with stock.served(folder, _UnderBase) as root:
        yield root.removesuffix("/") + BASE


@pytest.fixture(scope="session")
def home(site: Built) -> Iterator[str]:
    """The URL of the English home page."""
    with served(site.folder) as url:
        yield url


@pytest.fixture(scope="session")
def browser(site: Built) -> Iterator[Browser]:
    """Chromium, as the system has it; after the build, which may start one too."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("the site's tests need Chromium: apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*NO_OTHER_HOST, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        )
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, home: str) -> Iterator[BrowserContext]:
    """A browser window's profile of its own; at the end the test fails if there were troubles."""
    with closing(_profile(browser)) as context, _watched(context, home):
        yield context


def _profile(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(60_000)
    return context


@contextmanager
def _watched(window: BrowserContext | Tab, home: str) -> Iterator[None]:
    """An AssertionError at the end if a page of a profile, or a tab, asked another host, got an error, or made one."""
    origin = home.removesuffix(BASE) + "/"
    troubles = []
    failed = "weberror" if isinstance(window, BrowserContext) else "pageerror"
    told = {
        "request": lambda request: request.url.startswith(origin) or troubles.append(f"request: {request.url}"),
        "response": lambda answer: answer.status >= 400 and troubles.append(f"{answer.status}: {answer.url}"),
        "console": lambda said: said.type in ("error", "warning") and troubles.append(f"console: {said.text}"),
        failed: lambda error: troubles.append(f"script error: {getattr(error, 'error', error)}"),
    }
    for event, tell in told.items():
        window.on(event, tell)
    yield
    for event, tell in told.items():
        window.remove_listener(event, tell)
    assert troubles == []


@pytest.fixture
def page(context: BrowserContext) -> Tab:
    return context.new_page()


@dataclass(frozen=True)
class Visit:
    """The tab with a page, the answers that it took, and how far what was shown `moved` while it loaded (the sum of its
    layout shifts: https://web.dev/articles/cls)."""

    tab: Tab
    answers: list[Response]
    moved: float


@pytest.fixture(scope="session")
def reader(browser: Browser, axe: str) -> Iterator[Tab]:
    """The tab of one who visits many pages, one after the other, with axe-core on each, and what the browser keeps of
    the site between them. (A new tab takes longer than a page.)"""
    with closing(_profile(browser)) as context:
        context.add_init_script(axe)
        context.add_init_script(MOVED)
        yield context.new_page()


@pytest.fixture(scope="session")
def visit(reader: Tab, home: str, path: str) -> Iterator[Visit]:
    """The page at `path`, loaded once for all its tests; each leaves it as it found it."""
    if reader.viewport_size != DESKTOP:  # where a test of another page failed
        reader.set_viewport_size(DESKTOP)
    reader.emulate_media(color_scheme="light")
    answers: list[Response] = []

    def answered(answer: Response) -> None:
        answers.append(answer)

    reader.on("response", answered)
    with _watched(reader, home):
        reader.goto(home + path, wait_until="networkidle")
        yield Visit(reader, answers, reader.evaluate("window.moved"))
    reader.remove_listener("response", answered)


@pytest.fixture(scope="session")
def here(visit: Visit) -> Tab:
    """The tab of the visit."""
    return visit.tab


@contextmanager
def on_every_engine(page: Tab) -> Iterator[None]:
    """Show the blocks of all engines, one below the other."""
    chosen = page.locator("html").get_attribute("data-engine")
    page.evaluate("delete document.documentElement.dataset.engine")
    yield
    page.evaluate("engine => { document.documentElement.dataset.engine = engine }", chosen)


@contextmanager
def both_tracks(page: Tab) -> Iterator[None]:
    """Show both tracks of a page, one below the other."""
    page.evaluate("""() => {
      document.adoptedStyleSheets = [new CSSStyleSheet()]
      document.adoptedStyleSheets[0].replaceSync(".tabbed-block { display: block !important }")
    }""")
    yield
    page.evaluate("document.adoptedStyleSheets = []")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which finds violations of the accessibility guidelines."""
    return npm.file(*AXE).read_text()
