"""What a built site has, in numbers, whoever built it."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from overnet.site import numbers
from tests.site.conftest import Built

BLOCK = '<div class="session" data-snippet="a/b.console"><data value="1">x</data></div><p class="receipt on">proven</p>'
HOME = f'<h1 id="top">A</h1>{BLOCK}<figure class="diagram"><svg></svg></figure>'
LINKS = ("b/#here", "b/?h=x#here", "b/#gone", "c/", "file.sh", "gone.sh", "#top", "https://example.com/gone", "zh/")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    pages = {
        "index.html": HOME + "".join(f'<a href="{link}">x</a>' for link in LINKS),
        "b/index.html": f'<h1 id="here">B</h1><a href="../#top">x</a><a href="../#gone">x</a>{BLOCK}',
        "zh/index.html": "<h1>C</h1>",
        "old/index.html": '<meta http-equiv="refresh" content="0; url=../b/"><h1>old</h1>',
        "404.html": "<h1>none</h1>",
        "file.sh": "",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_what_is_on_pages_is_counted(small: Path) -> None:
    found = numbers.in_files(small)
    assert {what: number for what, number in found.items() if number} == {
        "pages": 3,
        "code blocks": 2,
        "receipts": 2,
        "values that are marked": 2,
        "marks of the chooser": 2,
        "diagrams": 1,
        "diagrams that are drawn": 1,
        "headings": 3,
        "internal links that lead to nothing": 4,
    }


@pytest.mark.parametrize(("name", "key"), [("search/pages.json", "docs"), ("search.json", "items")])
def test_entries_are_counted_in_either_index(small: Path, name: str, key: str) -> None:
    for folder, texts in (("", ["one", "two"]), ("zh", ["一\u200b二"])):
        file = small / folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({key: [{"text": text} for text in texts]}))
    found = numbers.in_files(small)
    assert found["entries of the search"] == 3
    assert found["entries with Chinese cut into words"] == 1


@pytest.mark.browser
def test_queries_are_tried(site: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "queries.yml"
    file.write_text(
        "en: {overlay mtu: overlay/mtu, backup volume: storage/nfs, qqqq: storage/nfs}\n"
        "zh: {静态 IP 地址: network/addresses#fixed}\n"
    )
    monkeypatch.setattr(numbers, "QUERIES", file)
    with ThreadPoolExecutor() as apart:  # from the browser of other tests in this process
        found = apart.submit(numbers.in_browser, site.folder).result()
    assert found == {"queries that find their page": 2, "complaints of the browser": 0}
