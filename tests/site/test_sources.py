"""Which files of docs/ can be pages."""

from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.site import sources


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    monkeypatch.setattr(sources, "DOCS", tmp_path / "docs")
    for file in ("en/index.md", "en/net/bridge.md", "en/assets/icon.svg", "zh/index.md", "zh/net/bridge.md"):
        (tmp_path / "docs" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / file).touch()
    return tmp_path / "docs"


def test_a_page_is_name_md(docs: Path) -> None:
    sources.check()


def test_a_page_of_another_address_is_told(docs: Path) -> None:
    for file in ("en/README.md", "en/net/index.md", "en/net/README.md", "zh/other.markdown", "zh/net/more.mkd"):
        (docs / file).touch()
    with pytest.raises(Problem) as found:
        sources.check()
    own = "only a language's home page has no name; call this one by its subject, like bridge.md"
    assert str(found.value).split("\n") == [
        f"docs/en/README.md: {own}",
        f"docs/en/net/README.md: {own}",
        f"docs/en/net/index.md: {own}",
        "docs/zh/net/more.mkd: the name of a page ends in .md; call it more.md",
        "docs/zh/other.markdown: the name of a page ends in .md; call it other.md",
    ]
