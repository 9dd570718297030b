"""Fences: how the published code blocks become HTML (formatters for pymdownx.superfences).

A `console` block becomes one terminal for each run of commands on the same host. A terminal's `data-copy`
holds exactly its commands, so that no copy button ever mixes what belongs on two machines.

The block of a snippet shows what the snippet's file has: an output may look like a prompt, and the fence's text does
not say which it is.

Where the extension overnet.site.marks found sample values, each is `<data value="…">`, with the number of its value; an
interface of a host is `<var data-value="…">`.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from itertools import groupby, zip_longest
from json import dumps
from zlib import crc32

from markdown import Markdown
from mkdocs.exceptions import BuildError
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import BashLexer
from pymdownx.superfences import SuperFencesException

from overnet.errors import Problem
from overnet.site.samples import INTERFACE, Mark, Samples, labels
from overnet.site.unbroken import BREAKS
from overnet.snippets.command import Command
from overnet.snippets.escapes import printable
from overnet.snippets.transcript import parse

HOST_COLOURS = 4
Marks = Callable[[str], list[Mark]]  # finds the marks in a line of a block
_PLAIN = HtmlFormatter(nowrap=True)
_SPACE = re.compile(r'<span class="w">([^<]*)</span>')  # an element that the theme gives no look


class BadFence(SuperFencesException, BuildError):
    """A block that is no transcript. SuperFences and MkDocs both stop at it; other errors they swallow."""


def validate(language: str, inputs: dict, options: dict, attrs: dict, md: Markdown) -> bool:
    """SuperFences validator: `title` is an option, `data-*` are attributes, anything else raises BadFence."""
    for name, value in inputs.items():
        if name == "title":
            options[name] = value
        elif name.startswith("data-"):
            attrs[name] = value
        else:
            raise BadFence(f"a {language} block has an unknown option '{name}'; use title or data-…")
    return True


def console(source: str, language: str, css_class: str, options: dict, md: Markdown, **fence) -> str:
    """SuperFences formatter: the HTML of a console transcript. Raises BadFence if it does not parse."""
    attributes = fence["attrs"]
    path = attributes.get("data-snippet", "console block")
    snippet = getattr(md, "snippets", {}).get(path)
    try:
        commands = parse(snippet.text, snippet.file) if snippet else parse(source, path)
    except Problem as problem:
        raise BadFence(str(problem)) from None
    classes = " ".join(["session", *fence["classes"]])
    title = f'<span class="filename">{escape(options["title"])}</span>' if "title" in options else ""
    shown = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    marks = marks_of(md, attributes)
    samples = _samples(md)

    def marks_in(command: Command) -> Marks:
        return lambda line: [*marks(line), *samples.own(path, command.line, line)]

    terminals = "".join(
        terminal(host, list(run), css_class, marks_in)
        for host, run in groupby(commands, key=lambda command: command.host)
    )
    return f'<div class="{escape(classes)}"{shown}>{title}{terminals}</div>'


def terminal(host: str, commands: list[Command], css_class: str, marks_in: Callable[[Command], Marks]) -> str:
    """The HTML of consecutive commands on one host ("" where the prompt names none)."""
    copied = escape("\n".join(command.text for command in commands)).replace("\n", "&#10;")
    marks = [(command, marks_in(command)) for command in commands]
    lines = "\n".join(line for command, its in marks for line in (*typed(command, its), *printed(command, its)))
    return (
        f'<div class="{css_class} terminal {host_class(host)}" data-copy="{copied}">'
        f"<pre><code>{lines}\n</code></pre></div>"
    )


def typed(command: Command, marks: Marks) -> list[str]:
    """The command's lines as HTML: prompt or continuation prompt, then highlighted Bash."""
    prompts = [f"{command.host}$ "] + ["> "] * command.text.count("\n")
    html = highlight(command.text, BashLexer(stripnl=False, ensurenl=False), _PLAIN).removesuffix("\n")
    code = [marked(_words(line), marks(text)) for line, text in zip(html.split("\n"), command.text.split("\n"))]
    return [
        f'<span class="prompt">{escape(prompt)}</span><span class="command">{line}</span>'
        for prompt, line in zip_longest(prompts, code, fillvalue="")
    ]


def _words(html: str) -> str:
    """A line of highlighted Bash, with its short words as elements that do not break."""
    return "".join(
        f'<span class="whole">{word}</span>' if BREAKS.fullmatch(unescape(re.sub("<[^>]*>", "", word))) else word
        for word in _SPACE.split(html)
    )


def printed(command: Command, marks: Marks) -> list[str]:
    """The command's output lines as HTML, as readers see them; those to look at are `<mark>`."""
    lines = [printable(line) for line in command.output]
    return [f'<span class="output">{_line(line, command.expects.look, marks)}</span>' for line in lines]


def _line(line: str, look: str, marks: Marks) -> str:
    html = marked(escape(line), marks(line))
    return f"<mark>{html}</mark>" if look and look in line else html


def code(source: str, language: str, css_class: str, options: dict, md: Markdown, **fence) -> str:
    """SuperFences formatter: any other block, as SuperFences itself makes it, with its samples marked."""
    marks = marks_of(md, fence["attrs"])
    highlighted = md.preprocessors["fenced_code_block"].highlight(source, language, options, md, **fence)
    html = _SPACE.sub(r"\1", highlighted)
    before, start, rest = html.partition("<code>")
    lines, end, after = rest.rpartition("\n</code>")
    texts = source.split("\n")
    shown = "\n".join(marked(line, marks(text)) for line, text in zip(lines.split("\n"), texts))
    return f"{before}{start}{shown}{end}{after}"


def marks_of(md: Markdown, attributes: dict) -> Marks:
    """What finds the marks in a line of the snippet that a fence with these attributes publishes (a diagram may show
    what is gone `data-since` another)."""
    found = _samples(md).marks
    paths = [attributes.get("data-snippet"), attributes.get("data-since")]
    return lambda line: next((found[path, line] for path in paths if (path, line) in found), [])


def _samples(md: Markdown) -> Samples:
    return getattr(md, "samples", Samples())


def marked(html: str, marks: list[Mark]) -> str:
    """A line's HTML with its samples as elements; tags inside a sample move behind it, which keeps all of them
    paired."""
    starts = {mark.start: _tag(mark) for mark in marks}
    ends = {mark.end: starts[mark.start][1] for mark in marks}
    parts: list[str] = []
    behind: list[str] = []
    position, inside = 0, False
    for piece in re.findall(r"<[^>]*>|&[^;]+;|.", html):
        if piece.startswith("<"):
            (behind if inside else parts).append(piece)
            continue
        if position in starts:
            parts.append(starts[position][0])
            inside = True
        parts.append(piece)
        position += 1
        if position in ends:
            parts += [ends[position], *behind]
            behind, inside = [], False
    return "".join(parts)


def _tag(mark: Mark) -> tuple[str, str]:
    """What begins and what ends the element of a mark."""
    if mark.value.kind == INTERFACE:
        return f'<var data-value="{mark.value.number}">', "</var>"
    return f'<data value="{mark.value.number}">', "</data>"


def host_class(host: str) -> str:
    """The CSS class of a host's colour: node1, node2, … differ; other names get a fixed one of the same."""
    number = host.lstrip("abcdefghijklmnopqrstuvwxyz-")
    index = int(number) if number.isdigit() else crc32(host.encode())
    return f"host-{index % HOST_COLOURS}" if host else "host-only"


def fence_mermaid_custom(source: str, language: str, css_class: str, options: dict, md: Markdown, **fence) -> str:
    """SuperFences formatter: a Mermaid diagram's source, escaped, in a frame that can scroll.

    mermaid2 looks for a formatter of this name to leave the drawing to the theme; its own writes `<br>` and
    `<-->` unescaped into the page, where they are lost.
    """
    marks = marks_of(md, fence["attrs"])
    numbers = {line: [mark.value.number for mark in marks(line)] for line in labels(source)}
    samples = escape(dumps({line: found for line, found in numbers.items() if found}, separators=(",", ":")))
    drawing = f'<pre class="{css_class}"><code>{escape(source)}</code></pre>'
    return f'<figure class="diagram" data-search-exclude="" data-samples="{samples}"><div tabindex="0">{drawing}</div></figure>'
