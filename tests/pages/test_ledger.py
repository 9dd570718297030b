"""Nothing is published that nothing proves, and nothing is proven that is not published, in every language."""

from dataclasses import replace
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.pages import published
from overnet.pages.ledger import ledger
from overnet.pages.published import Page
from overnet.snippets.walkthrough import Walkthrough, load

RUN = '```{.console data-snippet="page/run.console"}\n$ ls\na\n```\n'
PYTHON = '```{.python data-snippet="page/run.py"}\nprint(1)\n```\n\n```{.text data-snippet="page/run.py"}\n1\n```\n'
DRAWN = '```mermaid\nflowchart LR\n  accTitle: A\n  accDescr: B\n  a["Host"] --> b["Switch"]\n```\n'
TEXT = f"# Page {{#page}}\n\n{RUN}\n{PYTHON}\n{DRAWN}"
EXCUSED = '\n```{.sh data-excuse="for another machine"}\nls\n```\n'


@pytest.fixture
def walkthrough(tmp_path: Path) -> Walkthrough:
    folder = tmp_path / "snippets/page"
    folder.mkdir(parents=True)
    (folder / "lab.yml").write_text("hosts: {node1: 192.0.2.11}\nminutes: 1\n")
    (folder / "run.console").write_text("#: exits 0\n$ ls\na\n")
    (folder / "run.py").write_text("print(1)\n#> 1\n")
    return load("page", tmp_path / "snippets")


@pytest.fixture
def pages_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Make pages called "page" of published texts, the sources being the same texts."""
    monkeypatch.setattr(published, "ROOT", tmp_path)

    def make(**texts: str) -> list[Page]:
        found = []
        for language, text in texts.items():
            file = tmp_path / "docs" / language / "page.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
            found.append(Page(language, "page", file))
        return found

    return make


def test_each_fence_has_its_claim(walkthrough: Walkthrough, pages_of) -> None:
    text = TEXT + EXCUSED
    entries = ledger(pages_of(en=text, zh=text.replace("Page", "页面").replace("Host", "主机")), [walkthrough])
    claims = [entry.claim for entry in entries if entry.page.language == "en"]
    assert claims == ["snippet", "snippet", "snippet", "diagram", "for another machine"]


def test_empty_lines_at_the_end_of_an_output_are_not_published(
    walkthrough: Walkthrough, pages_of, tmp_path: Path
) -> None:
    (tmp_path / "snippets/page/run.py").write_text("print(1)\n#> 1\n#>\n")
    entries = ledger(pages_of(en=TEXT, zh=TEXT), [load(walkthrough.name, tmp_path / "snippets")])
    assert [entry.claim for entry in entries] == ["snippet", "snippet", "snippet", "diagram"] * 2


# what: (the English page, the Chinese page, the faults)
FAULTS = {
    "a fence that is typed in": (
        TEXT + "\n```sh\nls\n```\n",
        TEXT,
        ["docs/en/page.md:23: nothing proves this fence; put it into snippets/page/ and embed it with step()"],
    ),
    "another text": (
        TEXT,
        TEXT.replace("$ ls", "$ ls -a"),
        ["docs/zh/page.md:3: this fence says it is snippets/page/run.console, but its text is another"],
    ),
    "a part left out": (
        TEXT.replace(PYTHON, PYTHON.split("\n\n")[0] + "\n"),
        TEXT,
        [
            "snippets/page/run.py: docs/en/page.md leaves out a part of it",
            "docs/zh/page.md: snippets differ from docs/en/page.md: 'page/run.py' is too much",
        ],
    ),
    "a snippet that no page publishes": (
        TEXT.replace(RUN, ""),
        TEXT.replace(RUN, ""),
        ["snippets/page/run.console: no page publishes it"],
    ),
    "no Chinese page": (TEXT, None, ["docs/zh/page.md: is missing; docs/en/page.md has no page beside it"]),
    "no English page": (None, TEXT, ["docs/en/page.md: is missing; docs/zh/page.md has no page beside it"]),
    "a missing heading": (
        TEXT + "\n## More {#more}\n",
        TEXT,
        ["docs/zh/page.md: headings differ from docs/en/page.md: 'h2 more' is missing"],
    ),
    "another order": (
        TEXT,
        f"# Page {{#page}}\n\n{PYTHON}\n{RUN}\n{DRAWN}",
        [
            "docs/zh/page.md: snippets differ from docs/en/page.md: number 1 is 'page/run.py', not 'page/run.console'",
        ],
    ),
    "another drawing": (
        TEXT,
        TEXT.replace("-->", "---"),
        [
            "docs/zh/page.md: drawn diagrams differ from docs/en/page.md: "
            'number 2 is \'a[""] --- b[""]\', not \'a[""] --> b[""]\''
        ],
    ),
    "a diagram without words": (
        TEXT.replace("  accDescr: B\n", ""),
        TEXT,
        ["docs/en/page.md:16: a diagram is also for those who cannot see it; add 'accDescr: …'"],
    ),
    "a snippet in a comment": (
        TEXT.replace(RUN, f"<!--\n\n{RUN}\n-->\n"),
        TEXT.replace(RUN, f"<!--\n\n{RUN}\n-->\n"),
        ["snippets/page/run.console: no page publishes it"],
    ),
    "a snippet published twice": (
        TEXT + "\n" + RUN,
        TEXT + "\n" + RUN,
        [f"docs/{language}/page.md:23: snippets/page/run.console is published twice" for language in ("en", "zh")],
    ),
    "a fence that is never closed": (
        TEXT + EXCUSED.removesuffix("```\n") + "\nProse.\n\n## More {#more}\n",
        TEXT + EXCUSED.removesuffix("```\n") + "\nProse.\n\n## More {#more}\n",
        [f"docs/{language}/page.md:23: this fence is never closed" for language in ("en", "zh")],
    ),
    "a fence that a list ends": (
        TEXT + '\n- a list\n\n  ```{.sh data-excuse="for another machine"}\n  ls\n\nProse.\n',
        TEXT + EXCUSED,
        ["docs/en/page.md:25: this fence is never closed"],
    ),
    "two headings with the same id": (
        TEXT + "\n## One {#page}\n\n## Two {#page}\n",
        TEXT + "\n## One {#page}\n\n## Two {#page}\n",
        [
            f"docs/{language}/page.md:{line}: a heading before it has the id 'page', too"
            for language in ("en", "zh")
            for line in (23, 25)
        ],
    ),
    "another excused fence": (
        TEXT + EXCUSED,
        TEXT + EXCUSED.replace("ls", "ls -a"),
        ["docs/zh/page.md: excused fences differ from docs/en/page.md: number 2 is 'ls -a', not 'ls'"],
    ),
    "inline code in one language only": (
        TEXT + "\n`ls` and `node1`.\n\n## More {#more}\n\n`a`\n",
        TEXT + "\n`ls` and `a`.\n\n## More {#more}\n\n`a`\n",
        [
            "docs/zh/page.md:23: docs/en/page.md has no `a` in the section 'page'",
            "docs/en/page.md:23: docs/zh/page.md has no `node1` in the section 'page'",
        ],
    ),
    "code that is typed as HTML": (
        TEXT + "\nText\n<kbd>ls</kbd>\n\n<div>\n<samp>ls</samp></div>\n",
        TEXT,
        [
            f"docs/en/page.md:{line}: code in HTML (<{tag}>); type it in backticks"
            for line, tag in ((24, "kbd"), (26, "samp"))
        ],
    ),
    "a style or a script of its own": (
        TEXT
        + "\n<style>pre { height: 0 }</style>\n\nText <b style='left: -9in'>x</b>\n\n<script src='x.js'></script>\n",
        TEXT,
        [
            f"docs/en/page.md:{line}: a page has no style and no script of its own, which could hide a block"
            for line in (23, 25, 27)
        ],
    ),
    "prose that names what no block has": (
        TEXT + "\nThe host is 192.0.2.12.\n",
        TEXT + "\nThe host is 192.0.2.11.\n",
        [
            "docs/zh/page.md:23: docs/en/page.md has no `192.0.2.11` in the section 'page'",
            "docs/en/page.md:23: docs/zh/page.md has no `192.0.2.12` in the section 'page'",
            "docs/en/page.md:23: no block prints or types '192.0.2.12'",
        ],
    ),
    "a sentence of another engine": (
        TEXT + "\nSo. <span class='on on-26-1 on-29 default'>Not `ls`.</span>\n",
        TEXT + "\nSo. <span class='on on-29'>Not `ls`.</span>\n",
        [
            "docs/zh/page.md: sentences of engines differ from docs/en/page.md: "
            "number 1 is '29 in page', not '26.1 29 in page'"
        ],
    ),
    "a sentence that names what no block has": (
        TEXT + "\n<span class='on on-29'>At 192.0.2.12.</span>\n",
        TEXT + "\n<span class='on on-29'>At 192.0.2.12.</span>\n",
        [f"docs/{language}/page.md:23: no block prints or types '192.0.2.12'" for language in ("en", "zh")],
    ),
    "two fences that are typed in": (
        TEXT + "\n```sh\nls\n```\n\n```sh\nls -a\n```\n",
        TEXT,
        [
            f"docs/en/page.md:{line}: nothing proves this fence; put it into snippets/page/ and embed it with step()"
            for line in (23, 27)
        ],
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_faults(walkthrough: Walkthrough, pages_of, what: str) -> None:
    english, chinese, faults = FAULTS[what]
    texts = {"en": english, "zh": chinese}
    with pytest.raises(Problem) as found:
        ledger(pages_of(**{language: text for language, text in texts.items() if text}), [walkthrough])
    assert str(found.value).split("\n") == faults


def test_prose_of_a_page_without_blocks_may_name_what_those_of_any_page_have(
    walkthrough: Walkthrough, pages_of, tmp_path: Path
) -> None:
    pages = pages_of(en="# Page {#page}\n\n`192.0.2.11`\n", zh="# Page {#page}\n\n`192.0.2.11`\n")
    with pytest.raises(Problem, match=r"docs/en/page.md:3: no block prints or types '192.0.2.11'"):
        ledger(pages, [])
    assert ledger(pages, [], [replace(walkthrough, name="other")]) == []


def test_a_snippet_of_another_page_is_a_fault(walkthrough: Walkthrough, pages_of, tmp_path: Path) -> None:
    pages = pages_of(en=TEXT, zh=TEXT)
    for page in list(pages):
        other = page.file.with_name("other.md")
        other.write_text(f"# Other {{#other}}\n\n{RUN}")
        pages.append(Page(page.language, "other", other))
    with pytest.raises(Problem, match=r"docs/en/other.md:3: "):
        ledger(pages, [walkthrough])
