"""The links to an issue about what did not work, and to the source of a page: where the build knows its repository, and
nowhere else."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from overnet.site import forge
from tests.site.small import small

HOME = "https://forge.example/owner/name"
CALLS = '# Page {#page}\n\n[[= step("run") =]]\n\n[[= step("only") =]]\n'


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    """What a build knows is read once; here, before and after each test."""
    forge.repository.cache_clear()
    yield
    forge.repository.cache_clear()


@pytest.mark.parametrize(("language", "words"), [("en", "This did not work for me"), ("zh", "照做没有成功")])
def test_each_block_and_the_page_have_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setenv(forge.REPOSITORY, f"{HOME}/")
    monkeypatch.setattr(forge, "commit", lambda: "abc123")
    html = small(tmp_path, monkeypatch, language).html(CALLS)
    links = [link for link in html.select("a") if link.get_text() == words]
    asked = [urlsplit(link["href"]) for link in links]
    assert {f"{one.scheme}://{one.netloc}{one.path}" for one in asked} == {f"{HOME}/issues/new"}
    told = [parse_qs(one.query)["body"][0].split("\n\n")[0].split("\n") for one in asked]
    page = f"Page: net/page ({language})"
    blocks = [("run.console", "28.5"), ("run@20.10.console", "20.10"), ("run.py", "28.5"), ("only.console", "28.5")]
    assert told == [
        *([page, f"Block: net/page/{name}", f"Engine: {engine}", "Commit: abc123"] for name, engine in blocks),
        [page, "Engine: 28.5", "Commit: abc123"],
    ]


def test_without_a_repository_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(forge.REPOSITORY, raising=False)
    published = small(tmp_path, monkeypatch).published(CALLS)
    assert "issues/new" not in published and "/edit/" not in published


@pytest.mark.parametrize("walked", [True, False], ids=["with a walkthrough", "without one"])
@pytest.mark.parametrize(("language", "words"), [("en", "Edit this page"), ("zh", "编辑本页")])
def test_a_page_has_one_link_to_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str, walked: bool
) -> None:
    monkeypatch.setenv(forge.REPOSITORY, HOME)
    project = small(tmp_path, monkeypatch, language)
    if not walked:
        (tmp_path / "snippets/net/page/lab.yml").unlink()
    html = project.html(CALLS if walked else "# Page {#page}\n\nWords.\n")
    [link] = [link for link in html.select(".take a") if link.get_text() == words]
    assert link["href"] == f"{HOME}/edit/main/docs/{language}/net/page.md"


def test_a_page_without_anything_to_take_has_no_foot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(forge.REPOSITORY, raising=False)
    project = small(tmp_path, monkeypatch)
    (tmp_path / "snippets/net/page/lab.yml").unlink()
    assert project.published("# Page {#page}\n\nWords.\n") == "# Page {#page}\n\nWords."


def test_it_names_the_engine_of_the_reader(page: Page, home: str) -> None:
    page.goto(home)
    page.locator(".md-header .engine select").select_option("26.1")
    query = "body=Page%3A+a%0AEngine%3A+28.5%0ACommit%3A+b"
    page.evaluate(
        """query => {
          const link = Object.assign(document.createElement("a"), { href: "/x/issues/new?" + query, textContent: "report" })
          document.querySelector("article").prepend(link)
          addEventListener("click", event => event.preventDefault())
        }""",
        query,
    )
    page.get_by_text("report", exact=True).click()
    asked = page.get_by_text("report", exact=True).get_attribute("href")
    assert asked.endswith(query.replace("28.5", "26.1"))
