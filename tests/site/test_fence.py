"""The formatters alone: what a published fence becomes."""

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from pymdownx.superfences import highlight_validator

from overnet.site import fence

FENCES = [
    {"name": "console", "class": "highlight", "format": fence.console, "validator": fence.validate},
    {"name": "mermaid", "class": "mermaid", "format": fence.fence_mermaid_custom},
]


def html(markdown: str) -> str:
    return Markdown(
        extensions=["attr_list", "pymdownx.superfences", "pymdownx.tabbed"],
        extension_configs={
            "pymdownx.superfences": {"custom_fences": FENCES, "preserve_tabs": True},
            "pymdownx.tabbed": {"alternate_style": True},
        },
    ).convert(markdown)


def block(*lines: str, options: str = "") -> str:
    return "\n".join([f"```{{.console{options}}}", *lines, "```"])


def copied(rendered: str) -> list[str]:
    return [unescape(value) for value in re.findall(r'data-copy="([^"]*)"', rendered)]


def text(rendered: str, selector: str) -> list[str]:
    return [found.get_text() for found in BeautifulSoup(rendered, "html.parser").select(selector)]


def test_only_the_commands_are_copied() -> None:
    rendered = html(block("$ docker network create app", "0a1b2c3d4e5f", "", "$ docker ps \\", ">   --all", "ID  NAME"))
    assert copied(rendered) == ["docker network create app\ndocker ps \\\n  --all"]


def test_a_heredoc_is_copied_with_its_tabs_quotes_entities_and_blank_lines() -> None:
    rendered = html(
        block("$ cat <<-'END' > page", '> \t<h1 class="a">it\'s &amp; $HOME</h1>', "> ", "> > quoted", "> END", "done")
    )
    assert copied(rendered) == ["cat <<-'END' > page\n\t<h1 class=\"a\">it's &amp; $HOME</h1>\n\n> quoted\nEND"]


def test_each_line_is_shown_as_in_the_transcript() -> None:
    lines = ["$ echo 'a", "> b' \\", ">   c", "a", "\tb <b>&lt;", "", "$ echo {{.ID}}", "> ", "x"]
    [code] = text(html(block(*lines)), "code")
    assert code == "\n".join(lines) + "\n"


def test_prompts_commands_and_outputs_are_told_apart() -> None:
    rendered = html(block("node1$ echo a \\", ">   b", "a b"))
    assert text(rendered, ".prompt") == ["node1$ ", "> "]
    assert text(rendered, ".command") == ["echo a \\", "  b"]
    assert text(rendered, ".output") == ["a b"]


def test_a_short_word_with_a_sign_at_which_lines_break_is_whole() -> None:
    rendered = html(block("$ docker run -d -v /a/b:/c -w $PWD/x 'y z-z' docker.io/library/a-very-long/image"))
    assert text(rendered, ".command .whole") == ["-d", "-v", "/a/b:/c", "-w", "$PWD/x"]


def test_spaces_are_no_elements() -> None:
    soup = BeautifulSoup(html(block("$ docker  run \\", ">   -d 'y z'")), "html.parser")
    assert [part for part in soup.select("span") if not part.get_text().strip()] == []


def test_each_run_of_commands_on_one_host_is_copied_alone() -> None:
    rendered = html(block("node1$ one", "1", "node1$ two", "node2$ three", "3", "node1$ four"))
    assert copied(rendered) == ["one\ntwo", "three", "four"]
    classes = re.findall(r"highlight terminal (host-\w+)", rendered)
    assert classes[0] == classes[2] != classes[1]


def test_fences_in_tabs() -> None:
    inside = "\n".join(
        f"    {line}" if line else "" for line in block("$ cat <<X", "> ", "> a", "> X", "", "a").split("\n")
    )
    rendered = html(f'=== "Shell"\n\n{inside}\n\n=== "Python"\n\n    text\n')
    assert copied(rendered) == ["cat <<X\n\na\nX"]


def test_title_snippet_and_classes_are_kept() -> None:
    rendered = html(block("$ true", options=' .wide data-snippet="a/b.console" title="On <both> hosts"'))
    [session] = BeautifulSoup(rendered, "html.parser").select(".session.wide")
    assert session["data-snippet"] == "a/b.console"
    assert text(rendered, ".filename") == ["On <both> hosts"]


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        (block("lost output", options=' data-snippet="a/b.console"'), "a/b.console:1: output before the first prompt"),
        (block("$ true", options=' hl_lines="1"'), "unknown option 'hl_lines'"),
    ],
)
def test_a_bad_block_stops_the_build(markdown: str, message: str) -> None:
    with pytest.raises(fence.BadFence, match=re.escape(message)):
        html(markdown)


def test_a_diagram_keeps_what_looks_like_html() -> None:
    source = 'graph LR\n  a["x<br>y"] <--> b'
    assert text(html(f"```mermaid\n{source}\n```"), "pre.mermaid code") == [source]


def test_lines_to_look_at_are_marked() -> None:
    rendered = html(block("#: look at <2>", "$ ls", "1", "<2>"))
    assert text(rendered, ".output") == ["1", "<2>"]
    assert text(rendered, ".output mark") == ["<2>"]


def test_an_output_may_begin_with_an_empty_line() -> None:
    markdown = "```{.text .output}\n\na line\n```"
    plain = {"name": "*", "class": "", "format": fence.code, "validator": highlight_validator}
    rendered = Markdown(
        extensions=["pymdownx.highlight", "pymdownx.superfences"],
        extension_configs={
            "pymdownx.highlight": {"stripnl": False},
            "pymdownx.superfences": {"custom_fences": [plain]},
        },
    ).convert(markdown)
    assert text(rendered, "code") == ["\na line\n"]
