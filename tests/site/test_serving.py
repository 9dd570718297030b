"""Which changes are of pages alone, so that these can be shown before the whole site is built anew."""

from pathlib import Path

import pytest

from overnet.project import BUILD, DOCS, ROOT, SNIPPETS
from overnet.site import mermaid, serving
from overnet.site.serving import stamps, touched

PAGES = [DOCS / language / f"net/{name}.md" for language in ("en", "zh") for name in ("bridge", "ipv6")]
BEFORE = {file: 1 for file in [*PAGES, DOCS / "en/only.md", SNIPPETS / "net/bridge/show.console", ROOT / "mkdocs.yml"]}


@pytest.mark.parametrize(
    ("changed", "pages"),
    [
        (["docs/en/net/bridge.md"], ["net/bridge"]),
        (["docs/en/net/bridge.md", "docs/zh/net/ipv6.md"], ["net/bridge", "net/ipv6"]),
        (["snippets/net/bridge/show.console"], ["net/bridge"]),
        (["snippets/net/bridge/new.console"], ["net/bridge"]),
        (["snippets/net/other/new.console"], []),
        (["docs/en/net/new.md", "docs/zh/net/new.md"], []),
        (["docs/en/only.md"], []),
        (["docs/en/net/bridge.svg"], []),
        (["docs/moved.yml"], []),
        (["mkdocs.yml"], []),
        (["docs/en/net/bridge.md", "overrides/main.html"], []),
        (["build/receipts/28.5/net/bridge.shell.json"], []),
        ([], []),
    ],
)
def test_the_pages_of_a_change(changed: list[str], pages: list[str]) -> None:
    assert touched(BEFORE, BEFORE | {ROOT / name: 2 for name in changed}) == pages


def test_a_page_that_goes_is_a_change_of_more_than_pages() -> None:
    assert touched(BEFORE, {file: 1 for file in BEFORE if file != PAGES[0]}) == []


def test_a_snippet_that_goes_is_a_change_of_its_page() -> None:
    assert touched(BEFORE, {file: 1 for file in BEFORE if SNIPPETS not in file.parents}) == ["net/bridge"]


def test_what_editors_and_the_build_leave_is_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "WATCHED", [tmp_path / "docs", tmp_path / "mkdocs.yml", tmp_path / "none"])
    kept = [tmp_path / "mkdocs.yml", tmp_path / "docs/page.md"]
    for file in [*kept, *(tmp_path / "docs" / name for name in (".page.md.swp", "page.md~", mermaid.NAME))]:
        file.parent.mkdir(exist_ok=True)
        file.touch()
    assert sorted(stamps()) == sorted(kept)


def test_receipts_are_watched() -> None:
    assert {BUILD / "receipts", BUILD / "failures"} < set(serving.WATCHED)
