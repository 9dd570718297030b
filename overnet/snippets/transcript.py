"""A console transcript, parsed into commands and what they printed.

It is what a terminal shows: a prompt that names its host (`node1$ `, or `$ ` where there is one host), continuation
lines that begin with `> `, and the output:

    node1$ docker network create \\
    >   --driver overlay overnet
    s8jzo5iy4znd6lvwmzjw5y5rq

Lines that begin with `#: ` are directives for the harness. Readers never see them:

    #: exits 1                  the next command must end with this status
    #: in any order             the lines of its output may come in any order
    #: within 90 seconds        its deadline, instead of the default one
    #: for a moment             its output passes by: it need not be there a second time
    #: quantities times 10      its sizes, durations and percentages may differ by this factor
    #: look at 5/tcp            readers see the lines of its output that have this text marked

A line that begins with `#| ` is an escaped line of output (see escapes). A recording writes one where the plain line
would be read as something else, and readers see the plain line:

    $ grep '^[>.]' notes
    #| > id
    #| ...
"""

import re
from dataclasses import replace

from overnet.errors import Problem
from overnet.matching.one_line import Elision, on_page
from overnet.snippets.command import HOST, Command, checked, holds
from overnet.snippets.directives import DIRECTIVE, Expectation, expectation
from overnet.snippets.escapes import check, escaped, printable, unescaped

PROMPT = re.compile(rf"(?P<host>{HOST})?\$ (?P<text>.*)")
WORD = r"(?:[\w~/][\w@.:~/-]*|\[[\w@.-]+ \S+\])"
MISTYPED = re.compile(rf"\s*(?:({WORD})?( ?\$\s|\$[A-Za-z]|\$\.?/)|{WORD}#\s|/ # )")
CONTINUATION = "> "
ESCAPED = "#| "


def parse(text: str, where: str = "block") -> list[Command]:
    """The commands of a console transcript.

    `where` names the file in messages. Raises Problem (`where:line: …`) for output before the first prompt, an unknown
    directive, a directive that no command follows, what looks like a mistyped prompt or is a bad escape, a control
    character, and a text without a command.
    """
    commands: list[Command] = []
    expects: Expectation | None = None
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        here = f"{where}:{number}"
        check(line, here)
        last = commands[-1] if commands else None
        if line.startswith(DIRECTIVE.rstrip()):
            expects = expectation(line, expects, here)
        elif prompt := PROMPT.fullmatch(line):
            commands.append(Command(prompt["host"] or "", prompt["text"], number, expects=expects or Expectation()))
            expects = None
        elif last is None:
            raise Problem(f"{here}: output before the first prompt ('$ ' or 'host$ ')")
        elif expects:
            raise Problem(f"{here}: no prompt; a directive stands right before its command")
        elif line.startswith(CONTINUATION.rstrip()) and line[1:2] in ("", " ") and not last.output:
            commands[-1] = replace(last, text=f"{last.text}\n{line[len(CONTINUATION) :]}")
        else:
            commands[-1] = last.printed(_output(line, here), number)
    return checked(commands, expects, where)


def _output(line: str, where: str) -> str:
    """A line of output. Raises Problem for a bad escape, and if it looks like a mistyped prompt: if it begins with `$`
    and a letter, a space or a path, alone or after one word, or with a word and `# `; `user@host:~` and `[user@host ~]`
    are words."""
    if line.startswith(ESCAPED.rstrip()):
        if line[2:3] not in ("", " "):
            raise Problem(f"{where}: an escaped line of output begins with '{ESCAPED}'")
        return unescaped(line[len(ESCAPED) :], where)
    if MISTYPED.match(line):
        raise Problem(
            f"{where}: this looks like a mistyped prompt (one is '$ ' or 'host$ '); if a program printed it, "
            f"write '{ESCAPED}' before it"
        )
    return on_page(line)


def written(lines: list[str]) -> list[str]:
    """The lines of a transcript that hold an output: each is escaped only if it would be read as something else."""
    return [
        line if isinstance(line, Elision) or _is_plain(line, not number) else ESCAPED + escaped(line)
        for number, line in enumerate(lines)
    ]


def _is_plain(line: str, first: bool) -> bool:
    return holds(parse, ["$ true", *([] if first else ["-"]), line, "-"], line)


def shown(text: str) -> str:
    """The transcript as readers see it: without directives, and with its escaped lines as they were printed."""
    lines = [line for line in text.rstrip("\n").split("\n") if not line.startswith(DIRECTIVE)]
    return printable("\n".join(_plain(line) for line in lines))


def _plain(line: str) -> str:
    return unescaped(line[len(ESCAPED) :], line) if line.startswith(ESCAPED.rstrip()) else line
