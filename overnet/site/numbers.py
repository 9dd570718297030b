"""What a built site has, in numbers, whoever built it."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, TimeoutError

from overnet.errors import Problem
from overnet.project import ROOT
from overnet.site.drawing import browser, launched
from overnet.site.sources import FOLDERS

MARKS = {
    "code blocks": "[data-snippet]",
    "receipts": ".receipt",
    "values that are marked": "data[value], var[data-value]",
    "tabs": ".tabbed-block",
    "diagrams": ".diagram",
    "diagrams that are drawn": ".diagram svg",
    "marks of the chooser": ".on",
    "choosers": ".engine select",
    "headings": "h1, h2, h3, h4",
    "links to the other language": "link[hreflang]",
}
INDEXES = {"search/pages.json": "docs", "search.json": "items"}  # as this site has it, and as Zensical has
HOME = "https://site.test/"
QUERIES = ROOT / "tests/site/queries.yml"
FIRST = 3
AT_FIRST, MOST = 60_000, 10_000  # milliseconds until there are results
FIELD, RESULT = "dialog[open] input, .md-search__input", "dialog[open] a, .md-search-result__link"


def names(site: Path) -> set[str]:
    """The HTML files of the pages of `site`, without those that only lead elsewhere."""
    files = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")}
    return {
        name for name, html in files.items() if 'http-equiv="refresh"' not in html and not name.endswith("404.html")
    }


def of(site: Path) -> dict[str, int]:
    """The numbers of `site`, by what they count. Raises Problem where there is no Chromium to try its search."""
    return in_files(site) | in_browser(site)


def in_files(site: Path) -> dict[str, int]:
    """How many pages there are in `site`, and how many of what is on them, and in its search."""
    pages = {name: BeautifulSoup((site / name).read_bytes(), "html.parser") for name in names(site)}
    entries = [entry for folder in FOLDERS.values() for entry in _entries(site / folder)]
    return {
        "pages": len(pages),
        **{what: sum(len(page.select(mark)) for page in pages.values()) for what, mark in MARKS.items()},
        "internal links that lead to nothing": len(list(_dead(site, pages))),
        "entries of the search": len(entries),
        "entries with Chinese cut into words": sum("\u200b" in entry["text"] for entry in entries),
    }


def _entries(folder: Path) -> list[dict]:
    """What the search of one language's site finds: pages, and their sections."""
    found = [(file, key) for name, key in INDEXES.items() if (file := folder / name).exists()]
    return [entry for file, key in found for entry in json.loads(file.read_text("utf-8"))[key]]


def _dead(site: Path, pages: dict[str, BeautifulSoup]) -> Iterator[str]:
    """Each link of `pages` that leads to no file of `site`, or to no place in it."""
    places = {name: {element["id"] for element in page.select("[id]")} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.select("a[href]"):
            there = urlsplit(urljoin(HOME + name, link["href"]))
            if not there.geturl().startswith(HOME):
                continue
            target = unquote(there.path[1:])
            file = f"{target}index.html" if target.endswith("/") or not target else target
            place = unquote(there.fragment)
            if not (site / file).is_file() or (place and file in places and place not in places[file]):
                yield link["href"]


def in_browser(site: Path) -> dict[str, int]:
    """How many queries of the search's test have their page among the first results of `site`, and how often the
    browser complains. Raises Problem where there is no Chromium."""
    if not (chromium := browser()):
        raise Problem("the search of a site cannot be tried: Chromium is missing")
    queries = yaml.safe_load(QUERIES.read_text("utf-8"))
    complaints: list[str] = []
    found = 0
    with launched(chromium) as window:
        for language, folder in FOLDERS.items():
            tab = window.new_page()
            tab.route("**/*", lambda route: _answer(route, site))
            tab.on("console", lambda said: said.type in ("error", "warning") and complaints.append(said.text))
            tab.on("pageerror", lambda error: complaints.append(str(error)))
            tab.goto(urljoin(HOME, folder and f"{folder}/"), wait_until="networkidle")
            tab.keyboard.press("/")
            _shown(tab, "docker", AT_FIRST)
            for words, place in queries[language].items():
                ends = f"/{place.partition('#')[0]}/"
                found += any(page.endswith(ends) for page in _shown(tab, words)[:FIRST])
    return {"queries that find their page": found, "complaints of the browser": len(complaints)}


def _answer(route: Route, site: Path) -> None:
    file = site / urlsplit(route.request.url).path[1:]
    file = file / "index.html" if file.is_dir() else file
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)


def _shown(tab: Tab, words: str, most: int = MOST) -> list[str]:
    """The paths of the pages that the search of a tab shows for `words`, best first; none if it has none in time."""
    field, result = tab.locator(FIELD), tab.locator(RESULT)
    try:
        for typed, state in (("", "detached"), (words, "attached")):
            field.fill(typed, timeout=most)
            field.press("End")  # the theme's search waits for a key
            result.first.wait_for(state=state, timeout=most)
    except TimeoutError:
        return []
    links = result.evaluate_all("links => links.map(link => link.href)")
    return list(dict.fromkeys(urlsplit(link).path for link in links))
