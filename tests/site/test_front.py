"""The home page: what the site is, on one screen, with what the last runs proved."""

import re

import pytest
from playwright.sync_api import Page

from overnet.project import DOCS
from overnet.receipts.status import Standing, of_all, today
from overnet.receipts.store import Receipt
from overnet.site import front
from tests.site.conftest import Built
from tests.site.test_pages import schemes

languages = pytest.mark.parametrize("language", ["", "zh/"])


@languages
def test_it_shows_a_block_as_its_page_has_it(site: Built, language: str) -> None:
    home, page = ((site.folder / language / name / "index.html").read_text() for name in ("", front.PAGE))
    block = front.SAMPLES.sub("", front.SHOWN.search(page)[0])
    assert block in home
    drawing = re.search(r"<svg.*?</svg>", front.DIAGRAM.search(page)[0], re.DOTALL)[0]
    assert drawing in home


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_part_of_its_map_names_a_place_once(language: str) -> None:
    for part in (DOCS / language / "index.md").read_text("utf-8").split("\n## "):
        places = re.findall(r"\]\((\S+\.md[^)]*)\)", part)
        assert sorted(places) == sorted(set(places)), part.partition("\n")[0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_its_numbers_are_those_of_the_last_runs(language: str) -> None:
    standings = of_all(today())
    told = front.numbers(standings, language)
    found = [one for one in standings if one.engine == front.by_engine.default() and one.state == "proven"]
    records = [one.record for one in found if isinstance(one.record, Receipt)]
    if records:
        assert f"<b>{sum(record.commands for record in records)}</b>" in told
        assert max(record.when for record in records)[:10] in told
    assert front.numbers([one for one in standings if one.state != "proven"], language) not in (
        "",
        told if records else "",
    )


def test_a_page_counts_if_all_its_tracks_are_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = Receipt("a/b", "Shell", "2026-11-24T09:00:00+00:00", "28.5", "6.1.0", "28.5.2", "", {}, "", "", 1.0, [])
    shell = Standing("a/b", "Shell", "28.5", "proven", receipt, [], 1, 0)
    python = Standing("a/b", "Python", "28.5", "unproven", None, [], 1, 0)
    monkeypatch.setattr(front.by_engine, "default", lambda: "28.5")
    assert "<b>1</b> page, <b>0</b> blocks" in front.numbers([shell], "en")
    assert "<b>0</b> pages, " in front.numbers([shell, python], "en")
    assert "<b>1</b> 个页面，<b>0</b> 个代码块，" in front.numbers([shell], "zh")


@languages
@schemes
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1366, 650)], ids=["desktop", "laptop"])
def test_it_is_one_screen(
    page: Page, home: str, language: str, wanted: str, scheme: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=wanted)
    page.goto(home + language, wait_until="networkidle")
    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    assert page.locator(".ways a").count() == 3
    for part in (".ways", ".showcase .session", ".showcase .receipt", ".showcase svg", ".numbers"):
        box = page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= height, part
    assert (
        page.locator(".showcase code, .showcase .diagram > div").evaluate_all(
            "parts => parts.filter(part => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1).length"
        )
        == 0
    )


@languages
def test_its_ways_lead_somewhere(page: Page, home: str, language: str) -> None:
    page.goto(home + language, wait_until="networkidle")
    for link in page.locator(".ways a").evaluate_all("links => links.map(link => link.href)"):
        page.goto(link)
        target = link.partition("#")[2]
        assert page.locator(f"#{target}" if target else "article h1").is_visible()
