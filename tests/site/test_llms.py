"""The site for language models: each page is listed, with a file that is there, and is whole in the text of all."""

import re

import pytest

from overnet.pages.published import LANGUAGES
from overnet.site import by_engine
from overnet.site.llms import plain, summary
from overnet.site.sources import FOLDERS
from tests.site.conftest import Built

PUBLISHED = """# A page {#page}

<p class='lacks on on-29'>No.</p>

??? head "1 host · <span class='on on-29 proof'>✓ 29</span>"

    **Hosts** `a`
    { .lab-card }

`docker.io`{ data-excuse="x" } has [two](x.md) ids. More.

=== "Shell"

    ```{.console data-snippet="a/b.console"}
    $ echo '{ #id }'
    { #id }
    ```

    ??? receipt "Proven"

        ```{.text .no-copy data-excuse="what"}
        $ echo
        ```

Not proven: why
{ .receipt .unproven }
"""


def test_a_page_without_transcripts_and_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_engine, "default", lambda: "28.5")
    assert plain(PUBLISHED).split("\n\n") == [
        "# A page",
        "1 host · ",
        "`docker.io` has [two](x.md) ids. More.",
        '=== "Shell"',
        "    ```console\n    $ echo '{ #id }'\n    { #id }\n    ```",
        "    Proven",
        "Not proven: why\n",
    ]


def test_the_first_sentence() -> None:
    assert summary(PUBLISHED) == "`docker.io` has two ids."
    assert summary("# 页 {#page}\n\n`a` 有三个值。其余。\n") == "`a` 有三个值。"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_listed_and_told(site: Built, language: str) -> None:
    folder = site.folder / FOLDERS[language]
    listed = re.findall(r"^- \[.+?\]\((.+?)\)", (folder / "llms.txt").read_text(), re.M)
    assert all((folder / name).is_file() for name in listed)
    pages = [page for page in site.pages.values() if page.language == language]
    other = {"en": "zh/llms.txt", "zh": "../llms.txt"}[language]
    assert sorted(listed) == sorted([*(f"{page.name}.md" for page in pages), other])
    text = (folder / "llms-full.txt").read_text()
    for page in pages:
        assert f"<!-- {page.name}.md -->\n\n{plain(page.text)}" in text
    assert not re.search(r"data-(snippet|excuse)|^\{ \.|class='on", text, re.M)
