"""A snippet's text becomes commands; what is no transcript is told with its line."""

import pytest

from overnet.errors import Problem
from overnet.matching.one_line import Elision
from overnet.snippets.directives import FORMS, Expectation
from overnet.snippets.transcript import parse, shown, written


def test_prompts_continuations_and_output() -> None:
    first, second = parse("node1$ docker network create \\\n>   --driver overlay x\nid\n\nmore\nnode2$ true\n")
    assert (first.host, first.text, first.line) == ("node1", "docker network create \\\n  --driver overlay x", 1)
    assert (first.output, first.output_line) == (["id", "", "more"], 3)
    assert (second.host, second.text, second.line, second.output) == ("node2", "true", 6, [])


def test_a_prompt_without_a_host() -> None:
    assert parse("$ ls\n")[0].host == ""


def test_after_the_output_began_a_line_like_a_continuation_is_output() -> None:
    assert parse("$ cat quote\nsaid:\n> yes\n")[0].output == ["said:", "> yes"]


def test_an_empty_continuation_line_may_have_lost_its_space() -> None:
    assert parse("$ cat <<E\n> a\n>\n> b\n> E\n")[0].text == "cat <<E\na\n\nb\nE"


def test_directives_are_for_the_next_command_only() -> None:
    first, second = parse("#: exits 2\n#: in any order\n#: within 90 seconds\n$ ls\n$ ls\n")
    assert first.expects == Expectation(exits=2, any_order=True, within=90)
    assert second.expects == Expectation()


def test_a_number_is_where_a_form_has_the_word_n(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMS, "as NFS (v4.N)", lambda number: {"exits": int(number)})
    monkeypatch.setitem(FORMS, "on N nodes", lambda number: {"factor": int(number)})
    assert parse("#: as NFS (v4.2)\n#: on 3 nodes\n$ ls\n")[0].expects == Expectation(exits=2, factor=3)
    with pytest.raises(Problem, match="unknown directive"):
        parse("#: as 1FS v452\n$ ls\n")


def test_readers_look_at_a_text_that_the_output_has() -> None:
    assert parse("#: look at 5/tcp open\n$ nmap\n25/tcp open\n")[0].expects == Expectation(look="5/tcp open")
    assert parse("#: look at what is not recorded yet\n$ ls\n")[0].output == []


def test_readers_do_not_see_directives() -> None:
    assert shown("#: exits 1\n$ false\n#: in any order\n$ ls\na\n") == "$ false\n$ ls\na"


FAULTS = {
    "bridge\n$ ls\n": "file:1: output before the first prompt",
    "$ ls\n#: hidden\n$ ls\n": "file:2: unknown directive 'hidden'; known are: exits N, in any order, within N seconds",
    "#: exits one\n$ ls\n": "file:1: unknown directive 'exits one'",
    "$ ls\n#: exits 1\n": "file: the last directive has no command after it",
    "$ ls\n$ \n": "file:2: nothing to run here",
    "$ ls\n#: look at c\n$ ls\na\nb\n": "file:3: no line of its output has 'c' to look at",
    "#: look at \n$ ls\n": "file:1: unknown directive 'look at '",
    "": "file:1: output before the first prompt",
    "$ ls\n#:exits 1\n$ ls\n": "file:2: a directive begins with '#: ', like '#: exits 1'",
    "$ ls\na\n#: exits 1\nb\n$ ls\n": "file:4: no prompt; a directive stands right before its command",
    "$ cat <<E\n#: exits 0\n> E\n": "file:3: no prompt; a directive stands right before its command",
    "$ ls\na\x1bb\n": "file:2: a control character (U+001B); in an output, `make record` writes it '\\x1b', in an",
    "$ ls\na\rb\n": "file:2: a control character (U+000D)",
    "$ echo \0\n": "file:1: a control character (U+0000)",
    "$ ls\n#|a\n": "file:2: an escaped line of output begins with '#| '",
    "$ ls\n#| a\\b\n": "file:2: in an escaped line, a backslash is '\\\\'",
    "#| a\n$ ls\n": "file:1: output before the first prompt",
}
MISTYPED = [
    "$echo b", "Node2$ echo c", "node1 $ echo c", " $ echo", "root@node1:~# ls", "root@node1:/etc/docker$ ls",
    "node2# docker ps", "node1$ls", "  node1$ ls", "~$ ls", "[root@node1 ~]# ls", "[root@node1 docker]$ ls", "/ # ls",
    "$\tls", "node1$\tls", "$\u00a0ls", "$./run", "$/bin/ls", "node1$/bin/ls",
]  # fmt: skip
OUTPUT = [
    "# a comment",
    "$5",
    "${HOME}",
    "export A=$B",
    "a b $ c",
    "#!/bin/sh",
    "#comment",
    "$",
    "node1$",
    "--- $ ",
    "> a",
]


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_no_transcript(text: str) -> None:
    with pytest.raises(Problem) as found:
        parse(text, "file")
    assert str(found.value).startswith(FAULTS[text])


@pytest.mark.parametrize("line", MISTYPED)
def test_what_looks_like_a_mistyped_prompt_is_refused(line: str) -> None:
    with pytest.raises(Problem, match="file:3: this looks like a mistyped prompt"):
        parse(f"$ ls\na\n{line}\n", "file")
    assert parse(f"$ ls\na\n#| {line}\n")[0].output == ["a", line]


@pytest.mark.parametrize("line", OUTPUT)
def test_what_does_not_look_like_a_prompt_is_output(line: str) -> None:
    assert parse(f"$ ls\na\n{line}\n")[0].output == ["a", line]
    assert written(["a", line]) == ["a", line]


ESCAPED = {
    "a prompt": (["$ id"], ["#| $ id"]),
    "another host's prompt": (["a", "total$ 5"], ["a", "#| total$ 5"]),
    "a mistyped prompt": (["Node2$ id"], ["#| Node2$ id"]),
    "a continuation": (["> id", "> id"], ["#| > id", "> id"]),
    "an empty continuation": ([">"], ["#| >"]),
    "a directive": (["#: exits 1"], ["#| #: exits 1"]),
    "an escaped line": (["#| a"], ["#| #| a"]),
    "dots": (["a", "...", "  ..."], ["a", "#| ...", "#|   ..."]),
    "control characters": (["10%\r\\100%"], [r"#| 10%\x0d\\100%"]),
    "nothing else": (["", "...a", "\\x1b", "\ta", "é`<&"], ["", "...a", "\\x1b", "\ta", "é`<&"]),
}


@pytest.mark.parametrize("what", ESCAPED)
def test_a_line_is_escaped_where_it_would_be_read_as_something_else(what: str) -> None:
    printed, lines = ESCAPED[what]
    assert written(printed) == lines
    assert [command.output for command in parse("\n".join(["$ ls", *lines]))] == [printed]


def test_lines_left_out_are_not_escaped() -> None:
    text = "$ ls\na\n...\n  ...  \nb"
    [command] = parse(text)
    assert "\n".join(["$ ls", *written(command.output)]) == text
    assert [isinstance(line, Elision) for line in command.output] == [False, True, True, False]


def test_readers_do_not_see_escapes() -> None:
    assert shown("$ ls\n#| $ id\n#| a\\x1b\\\\\n#: exits 1\n$ ls\n#|\n") == "$ ls\n$ id\na␛\\\n$ ls\n"
