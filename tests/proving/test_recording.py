"""Whatever a program prints: what is recorded is read back, published, proven, and not changed by recording again."""

from html import unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from overnet.matching.binding import Binding
from overnet.matching.difference import rendered
from overnet.matching.lines import match, trimmed
from overnet.matching.typed import typed
from overnet.pages.published import Page
from overnet.proving import rewriting
from overnet.proving.rewriting import rewritten, save
from overnet.site import fence
from overnet.site.blocks import fences
from overnet.site.markup import indented
from overnet.snippets.cells import parse_python
from overnet.snippets.escapes import printable
from overnet.snippets.fences import fences_of
from overnet.snippets.snippet import Snippet
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough, load
from overnet.terminal.executor import Outcome

PIECES = [
    *("$ ", "$id", "node1$ id", "Node2$ id", "node1$", "total$ 5", "root@node1:~# ", "# ", "> ", ">", ">a", "- "),
    *("#: exits 1", "#: in any order", "#: on node1", "#:", "#| ", "#|", "#> ", "#>", "#>| ", "...", "\\", "\\x1b", "\\\\"),
    *("\r", "\x1b[1m", "\0", "\x01", "\x02", "\t", " ", "   ", "\x0b", "\x0c", "\x1c", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff"),
    *("`", "```", "````", "```{.console}", "~~~", "</pre>", "&amp;", "[[= step('x') =]]", '=== "Tab"', "# Title", "---", "'''"),
    *("é", "网", "\U0001f433", "a", "word", "0a1b2c3d4e5f", "172.18.0.2", "5 seconds", "x" * 5000),
    *("ID   NAME", "NAME   IMAGE   PORTS", "fd12:3456:789a::0"),
]  # fmt: skip
CODE = ["ls", "echo '> a' \\\n  '$ b'", "cat <<E\n#: exits 1\n\n> a\n...\nE"]
CELLS = ["print(1)", "x = 1\n\nif x:\n\tprint('#> 1')", "print('''$ a\n> b''')"]

line = st.lists(st.sampled_from(PIECES), max_size=3).map("".join)
text = st.lists(line | st.text(max_size=5) | st.just(""), max_size=6).map("\n".join)
printed = text | st.binary(max_size=20).map(lambda data: data.decode(errors="replace"))
runs = st.lists(st.tuples(st.integers(0, 2), st.booleans(), printed, printed), min_size=1, max_size=3)


def transcript(commands: list[tuple[str, bool]]) -> Snippet:
    """A snippet of these commands, of which some print in any order, before it is recorded."""
    directives = ["#: in any order\n" if any_order else "" for _, any_order in commands]
    prompts = ["$ " + command.replace("\n", "\n> ") for command, _ in commands]
    return console("".join(f"{directive}{prompt}\n" for directive, prompt in zip(directives, prompts)))


def console(text: str) -> Snippet:
    return Snippet("page/step.console", text, tuple(parse(text)))


def script(cells: list[tuple[str, bool]]) -> Snippet:
    directives = ["#: in any order\n" if any_order else "" for _, any_order in cells]
    return python("".join(f"#: on node1\n{directive}{cell}\n" for directive, (cell, _) in zip(directives, cells)))


def python(text: str) -> Snippet:
    return Snippet("page/step.py", text, tuple(parse_python(text)))


def recorded(snippet: Snippet, outputs: list[str]) -> str:
    """The snippet's file after a run in which its commands printed `outputs`."""
    outcomes, binding = [], fresh(snippet)
    for command, output in zip(snippet.commands, outputs, strict=True):
        lines, binding, _ = rendered(command.output, output.split("\n"), binding, command.expects.any_order)
        outcomes.append(Outcome(lines, 0.1, 0.0))
    return rewritten(snippet, outcomes)


def fresh(snippet: Snippet) -> Binding:
    return Binding({}, typed(((command.text, command.output) for command in snippet.commands), []))


def is_proven(snippet: Snippet, outputs: list[str]) -> bool:
    binding = fresh(snippet)
    for command, output in zip(snippet.commands, outputs, strict=True):
        binding = binding and match(command.output, trimmed(output.split("\n")), binding, command.expects.any_order)
    return bool(binding)


def asked(snippet: Snippet) -> list[tuple]:
    return [(command.host, command.text, command.expects) for command in snippet.commands]


@pytest.mark.parametrize(("texts", "unrecorded", "read"), [(CODE, transcript, console), (CELLS, script, python)])
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(runs=runs)
def test_what_is_recorded_is_proven(texts, unrecorded, read, runs: list[tuple[int, bool, str, str]]) -> None:
    there = unrecorded([(texts[number], any_order) for number, any_order, _, _ in runs])
    wanted = asked(there)
    for outputs in ([first for *_, first, _ in runs], [second for *_, second in runs]):
        there = read(recorded(there, outputs))
        assert asked(there) == wanted
        assert is_proven(there, outputs)
        assert recorded(there, outputs) == there.text


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return Page("en", "page", tmp_path_factory.mktemp("published") / "page.md")


PAGE = Walkthrough("page", {"node1": "192.0.2.11"}, (), (), 5, {})


@pytest.mark.parametrize(("texts", "unrecorded", "read"), [(CODE, transcript, console), (CELLS, script, python)])
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(runs=runs)
def test_what_is_recorded_is_published(published: Page, texts, unrecorded, read, runs) -> None:
    there = unrecorded([(texts[number], any_order) for number, any_order, _, _ in runs])
    there = read(recorded(there, [output for *_, output in runs]))
    markdown = fences(there, PAGE, "en")
    published.file.write_text(f'{markdown}\n\n=== "Tab"\n\n{indented(markdown)}\n', "utf-8")
    page = Page(published.language, published.name, published.file)
    assert [one.text for one in page.fences] == fences_of(there, "en") * 2
    assert {one.snippet for one in page.fences} == {there.path}
    assert page.headings == []


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(runs=runs)
def test_readers_see_and_copy_what_was_run(runs) -> None:
    there = transcript([(CODE[number], any_order) for number, any_order, _, _ in runs])
    there = console(recorded(there, [output for *_, output in runs]))
    html = html_of(fences(there, PAGE, "en"), there)
    commands = BeautifulSoup(html, "html.parser")
    assert [unescape(one["data-copy"]) for one in commands.select(".terminal")] == [
        "\n".join(command.text for command in there.commands)
    ]
    assert [one.get_text() for one in commands.select(".output")] == [
        printable(line) for command in there.commands for line in command.output
    ]


def html_of(markdown: str, snippet: Snippet) -> str:
    custom = [{"name": "console", "class": "highlight", "format": fence.console, "validator": fence.validate}]
    settings = {"pymdownx.superfences": {"custom_fences": custom, "preserve_tabs": True}}
    md = Markdown(extensions=["attr_list", *settings], extension_configs=settings)
    md.snippets = {snippet.path: snippet}
    return md.convert(markdown)


@pytest.mark.parametrize(
    "output", ["10%\r100%", "10%\r\n100%", "\x1b[1mbold", "a\0b", "a\x85b\u2028c", "\ufeffa", "$ id"]
)
def test_a_file_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str) -> None:
    monkeypatch.setattr(rewriting, "SNIPPETS", tmp_path)
    (tmp_path / "page").mkdir()
    (tmp_path / "page/lab.yml").write_text("hosts: {node1: 192.0.2.11}\nminutes: 1\n", "utf-8")
    for name, text in {"step.console": "$ ls\n", "step.py": "ls()\n"}.items():
        (tmp_path / "page" / name).write_text(text, "utf-8")
    lines = trimmed(output.split("\n"))
    for snippet in load("page", tmp_path).step("step"):
        save(snippet, [Outcome(lines, 0.1, 0.0)])
    assert [snippet.commands[0].output for snippet in load("page", tmp_path).step("step")] == [lines, lines]
