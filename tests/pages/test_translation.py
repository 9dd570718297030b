"""A translation that is older than its English page is found out."""

from pathlib import Path

import pytest

from overnet.pages.translation import is_old, stamp


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for language, text in {"en": "# Page {#page}\n\nA claim.\n", "zh": "# 页面 {#page}\n\n一个说法。\n"}.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "page.md").write_text(text)
    return tmp_path


def test_a_page_that_does_not_say_of_which_text_it_is(docs: Path) -> None:
    assert is_old("zh", "page", docs)
    assert not is_old("en", "page", docs)


def test_a_page_that_was_just_translated(docs: Path) -> None:
    stamp("zh", "page", docs)
    assert not is_old("zh", "page", docs)
    assert (docs / "zh/page.md").read_text().endswith("---\n\n# 页面 {#page}\n\n一个说法。\n")


def test_a_page_whose_original_changed(docs: Path) -> None:
    stamp("zh", "page", docs)
    (docs / "en/page.md").write_text("# Page {#page}\n\nAnother claim.\n")
    assert is_old("zh", "page", docs)
    stamp("zh", "page", docs)
    assert not is_old("zh", "page", docs)
    assert (docs / "zh/page.md").read_text().count("english:") == 1


def test_a_page_without_an_original_is_not_old(docs: Path) -> None:
    stamp("zh", "page", docs)
    (docs / "en/page.md").unlink()
    assert not is_old("zh", "page", docs)
