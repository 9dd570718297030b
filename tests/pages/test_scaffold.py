"""A new page, before its author has changed anything in it."""

from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.pages.prose import faults
from overnet.pages.scaffold import scaffold
from overnet.snippets.walkthrough import load


def test_a_new_page_is_right_in_both_languages(tmp_path: Path) -> None:
    said = scaffold("overlay/two-words", tmp_path)
    assert said[-1] == "mkdocs.yml, mkdocs.zh.yml: put it into nav: - Two words: overlay/two-words.md"
    for language in ("en", "zh"):
        text = (tmp_path / f"docs/{language}/overlay/two-words.md").read_text()
        assert list(faults(text, language)) == []
        assert text.startswith("# Two words {#two-words}\n")
    walkthrough = load("overlay/two-words", tmp_path / "snippets")
    assert [command.text for command in walkthrough.snippets["first.console"].commands] == [
        "docker pull -q alpine",
        "docker run --rm alpine echo hello",
    ]


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    scaffold("net/foo", tmp_path)
    (tmp_path / "docs/en/net/foo.md").write_text("mine")
    (tmp_path / "snippets/net/foo/lab.yml").unlink()
    with pytest.raises(Problem, match="is there already"):
        scaffold("net/foo", tmp_path)
    assert (tmp_path / "docs/en/net/foo.md").read_text() == "mine"
    assert not (tmp_path / "snippets/net/foo/lab.yml").exists()


@pytest.mark.parametrize("page", ["foo", "Net/foo", "net/../foo", "/net/foo", "net/foo.md"])
def test_a_path_that_no_page_can_have(tmp_path: Path, page: str) -> None:
    with pytest.raises(Problem, match="no page's path"):
        scaffold(page, tmp_path)
    assert list(tmp_path.iterdir()) == []
