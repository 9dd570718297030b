"""What readers see is what the ledger knows: the built HTML has each fence, for all to see, and no other code."""

from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from overnet.pages import published
from overnet.pages.built import faults
from overnet.pages.published import Page
from overnet.project import ROOT

RUN = '```{.console data-snippet="page/run.console"}\nnode1$ echo "a &amp;\n> b"\na &amp;\nb\n\nnode2$ ls\n```\n'
PYTHON = '```{.python data-snippet="page/run.py" title="node1"}\n\nprint("<b>")\n```\n'
DRAWN = '```mermaid\nflowchart LR\n  a["<b>"] --> b\n```\n'
EXCUSED = '```{.sh data-excuse="why"}\nls\n\n```\n'
# where a fence is: what is before it, what each of its lines is indented by, and what is after it
PLACES = {
    "at the left": ("", "", ""),
    "in a details block": ('??? note "Title"\n\n', "    ", ""),
    "in an admonition": ("!!! note\n\n", "    ", ""),
    "in a tab": ('=== "One"\n\n', "    ", ""),
    "in a list": ("- a\n\n", "    ", ""),
    "in a quote": ("> a\n>\n", "> ", ""),
    "in an element": ('<div class="a" markdown>\n\n', "", "\n</div>"),
    "after the sign that begins a comment": ("Text <!--\n\n", "", ""),
    "beside inline code": ('A `b`{ data-excuse="why" } `c\nd`.\n\n', "", ""),
}


@pytest.fixture(scope="session")
def markdown() -> Markdown:
    """Markdown as the site's settings have it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, markdown: Markdown):
    """What is wrong with the page of a text."""
    monkeypatch.setattr(published, "ROOT", tmp_path)

    def build(text: str, html: str = "") -> list[str]:
        file = tmp_path / "docs/en/page.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        built = html or markdown.reset().convert(text)
        (tmp_path / "page.html").write_text(f'<article class="md-content__inner md-typeset">{built}</article>')
        return list(faults(Page("en", "page", file), tmp_path / "page.html"))

    return build


@pytest.mark.parametrize("fence", [RUN, PYTHON, DRAWN, EXCUSED])
@pytest.mark.parametrize("place", PLACES)
def test_a_fence_that_readers_see(told, fence: str, place: str) -> None:
    before, indent, after = PLACES[place]
    text = "".join(f"{indent}{line}" for line in fence.splitlines(keepends=True))
    assert told(f"# Page {{#page}}\n\n{before}{text}{after}\n\n{RUN}") == []


HIDDEN = "docs/en/page.md:{}: this fence is in an element that may hide it: "
BEGIN = 'node1$ echo "a &amp;'
STRAY = "docs/en/page.md:{}: nothing proves this code: {}"
# what: (the page's text below its heading, the faults)
FAULTS = {
    "a macro's text of which the first line alone is indented": (
        '!!! note\n\n    ```{.sh data-excuse="why"}\nls\n```\n',
        ["docs/en/page.md:5: this fence is no block of code on the built page: ls"],
    ),
    "a hidden element": (f"<div hidden markdown>\n\n{RUN}\n</div>\n", [HIDDEN.format(5) + BEGIN]),
    "an element that is hidden by its style": (
        f'<div style="Display : none" markdown>\n\n{RUN}\n</div>\n',
        [HIDDEN.format(5) + BEGIN],
    ),
    "an element that is hidden from those who listen": (
        f'<div aria-hidden="true" markdown>\n\n{DRAWN}\n</div>\n',
        [HIDDEN.format(5) + "flowchart LR"],
    ),
    "a fence that is hidden by its class": (PYTHON.replace(".python", ".python .md-toggle"), ['docs/en/page.md:3: this fence is in an element that may hide it: print("<b>")']),
    **{
        f"an element with {attribute}": (f"<div {attribute} markdown>\n\n{RUN}\n</div>\n", [HIDDEN.format(5) + BEGIN])
        for attribute in ("popover", "inert", 'class="md-toggle"')
    },
    **{
        f"the element {tag}": (f"<{tag} markdown>\n\n{RUN}\n</{tag}>\n", [HIDDEN.format(5) + BEGIN])
        for tag in ("noembed", "rp", "meter", "font", "svg")
    },
    "a template": (f"<template>\n\n{PYTHON}\n</template>\n", [HIDDEN.format(5) + 'print("<b>")']),
    "an element that readers of one engine see": (
        f'<div class="on on-29" markdown>\n\n{RUN}\n</div>\n',
        [f"docs/en/page.md:6: this code is hidden on some engines: {BEGIN}"],
    ),
    "an element that is left open": (f"Text <span hidden>\n\n{RUN}", [HIDDEN.format(5) + BEGIN]),
    "an indented paragraph": ("Text\n\n    ls -a\n", [STRAY.format(5, "ls -a")]),
    "a textarea": ("<textarea>\nls -a</textarea>\n", [STRAY.format(4, "ls -a")]),
    "code with breaks": ("Run <code>ls -a<br>ls -b</code>.\n", ["docs/en/page.md:3: nothing proves this code: ls -a"]),
    "preformatted by its style": (
        '<p style="white-space: pre-wrap">ls -a</p>\n',
        ["docs/en/page.md:3: nothing proves this code: ls -a"],
    ),
    "the looks of a terminal": ('<div class="terminal">ls -a</div>\n', [STRAY.format(3, "ls -a")]),
    "a fence's attribute on HTML": (
        f'{RUN}\n<pre data-snippet="page/run.console">$ ls -a</pre>\n',
        [STRAY.format(12, "$ ls -a")],
    ),
    "a fence's attribute on a paragraph": (
        f'{RUN}\nls -a\n{{ data-snippet="page/run.console" }}\n',
        ["docs/en/page.md: nothing proves this code: "],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_faults(told, what: str) -> None:
    text, expected = FAULTS[what]
    assert told(f"# Page {{#page}}\n\n{text}") == expected


@pytest.mark.parametrize("code", ["#!sh docker rm a2", ":::sh docker rm a2"])
def test_inline_code_is_shown_as_it_is_checked(markdown: Markdown, code: str) -> None:
    assert markdown.reset().convert(f"`{code}`") == f"<p><code>{code}</code></p>"


def test_a_block_that_is_there_twice_or_not_at_all(told, markdown: Markdown) -> None:
    text = f"# Page {{#page}}\n\n{RUN}\n{EXCUSED}"
    html = markdown.reset().convert(text)
    assert told(text, html + markdown.reset().convert(RUN)) == [STRAY.format(4, BEGIN)]
    assert told(text, html.replace("ls", "ls -a")) != []


def test_a_copy_button_that_yields_something_else(told, markdown: Markdown) -> None:
    text = f"# Page {{#page}}\n\n{RUN}"
    html = markdown.reset().convert(text)
    assert told(text, html.replace('data-copy="ls"', 'data-copy="ls -a"')) == [
        "docs/en/page.md:9: a copy button yields other commands than it shows: ls"
    ]
    assert told(text, html.replace(' data-copy="ls"', "")) != []
