"""What the site costs: its build against that of the same pages by MkDocs and its theme alone, an edit of a page while
it is served, and its pages in a slow browser."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.error import URLError

import yaml
from playwright.sync_api import Browser

from overnet.errors import Problem
from overnet.project import BUILD, ROOT
from overnet.receipts import store
from overnet.site import drawing, serving
from overnet.site.sources import CONFIGS, SOURCES, config

ROUNDS = 3
VISITS = 9
PAGES = ("index", "network/bridge", "overlay/mesh", "reference/errors")  # a short one, and the longest
SLOWER = 4  # times, as Lighthouse does it for a phone: https://github.com/GoogleChrome/lighthouse/blob/d82d5d9/docs/throttling.md
LONG = """() => new Promise(done => {
  const tasks = [0]
  new PerformanceObserver(list => tasks.push(...list.getEntries().map(task => task.duration)))
    .observe({ type: "longtask", buffered: true })
  setTimeout(() => done(Math.max(...tasks)), 1000)
})"""


def bench(report: Callable[[str], None]) -> None:
    """Report the seconds of `make site`, and of a stock build of the pages that it published: `mkdocs build` of one
    language after the other, with the same navigation, theme, search and Markdown extensions, but with nothing of ours,
    and without macros and mermaid2."""
    ours, stock = [], []
    for _ in range(ROUNDS):
        ours.append(_timed([sys.executable, "-m", "overnet", "site"]))
        with TemporaryDirectory() as folder:
            files = {language: Path(folder) / f"{language}.yml" for language in CONFIGS}
            for language, file in files.items():
                file.write_text(yaml.safe_dump(_config(language), allow_unicode=True), "utf-8")
            stock.append(
                sum(_timed([sys.executable, "-m", "mkdocs", "build", "-q", "-f", file]) for file in files.values())
            )
    ratio = median(ours) / median(stock)
    report(f"site: {median(ours):.1f} s, a stock build of its pages {median(stock):.1f} s, ratio {ratio:.2f}")
    edits = _edits()
    report(f"an edit of a page is shown after {median(edits):.1f} s, at most {max(edits):.1f} s")
    for page, longest in _longest_tasks().items():
        told = f"longest task {longest:.0f} ms" if longest else "no task over 50 ms"
        report(f"{page} in a browser {SLOWER} times slower: {told}")


def _edits() -> list[float]:
    """The seconds after which `serve`, idle before, shows an edit of each of some pages, in a copy of the project."""
    records = (f"{BUILD.name}/{kind}" for kind in store.FOLDERS.values())
    with TemporaryDirectory() as folder:
        for name in ("overnet", "requirements.txt", *SOURCES, *records):
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, Path(folder) / name)
            elif (ROOT / name).exists():
                shutil.copy(ROOT / name, folder)
        with socket.create_server((serving.HOST, 0)) as server:
            port = server.getsockname()[1]
        command = [sys.executable, "-m", "overnet", "serve", "--port", str(port)]
        serve = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8")
        with serve:
            try:
                serve.stdout.readline()
                return [_shown_after(page, Path(folder), port, serve) for page in PAGES]
            finally:
                serve.send_signal(signal.SIGINT)


def _shown_after(page: str, folder: Path, port: int, serve: subprocess.Popen) -> float:
    url = f"http://{serving.HOST}:{port}/{'' if page == 'index' else f'{page}/'}"
    while not _read(url):
        time.sleep(0.02)
    started = time.monotonic()
    with (folder / "docs" / "en" / f"{page}.md").open("a", encoding="utf-8") as file:
        file.write("\n\nAn edit.\n")
    while b"<p>An edit.</p>" not in _read(url):
        time.sleep(0.02)
    seconds = time.monotonic() - started
    while not serve.stdout.readline().startswith(serving.WHOLE):
        pass
    return seconds


def _read(url: str) -> bytes:
    """What is there, if somebody listens already."""
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.read()
    except URLError:
        return b""


def _longest_tasks() -> dict[str, float]:
    """The milliseconds of the longest task of each of some pages of what is in site/ (0 if none is over 50), where a
    browser is installed: the median of visits, each with nothing else open."""
    if not (chromium := drawing.browser()):
        return {}
    with served(ROOT / "site") as home, drawing.launched(chromium) as browser:
        urls = {page: home if page == "index" else f"{home}{page}/" for page in PAGES}
        return {page: median(_longest_task(browser, url) for _ in range(VISITS)) for page, url in urls.items()}


class Silent(SimpleHTTPRequestHandler):
    """Says nothing of what it is asked for."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path, handler: type[Silent] = Silent) -> Iterator[str]:
    """Serve a built site on loopback, as the theme gives up on files without the search of the zip; gives its URL."""
    with ThreadingHTTPServer((serving.HOST, 0), partial(handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://{serving.HOST}:{server.server_port}/"
        finally:
            server.shutdown()


def _longest_task(browser: Browser, url: str) -> float:
    with browser.new_context() as context:
        tab = context.new_page()
        context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        tab.goto(url, wait_until="networkidle")
        return tab.evaluate(LONG)


def _config(language: str) -> dict:
    """The stock configuration of one language."""
    ours = config(language)
    extensions = {
        name: {option: value for option, value in options.items() if option != "custom_fences"}
        for name, options in ours["markdown_extensions"].items()
        if not name.startswith("overnet.")
    }
    return {
        "site_name": ours["site_name"],
        "docs_dir": str(BUILD / "published" / language),
        "site_dir": f"site/{language}",
        "nav": ours["nav"],
        "theme": {key: ours["theme"][key] for key in ("name", "language", "font", "features", "palette")},
        "markdown_extensions": extensions,
        "plugins": {"search": {}},
    }


def _timed(command: list[str | Path]) -> float:
    """The seconds that a command takes. Raises Problem if it fails."""
    started = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, encoding="utf-8"
    )
    if done.returncode:
        raise Problem(f"bench: {' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return time.monotonic() - started
