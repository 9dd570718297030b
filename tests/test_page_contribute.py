"""What the page Contribute shows authors is so, in both languages."""

import re
from pathlib import Path

import pytest

from overnet.pages.calls import MACROS
from overnet.pages.published import LANGUAGES, Page
from overnet.pages.scaffold import scaffold
from overnet.project import DOCS, ROOT, SNIPPETS
from overnet.snippets.directives import DIRECTIVE, FORMS
from overnet.snippets.lab_file import KEYS
from overnet.snippets.snippet import KINDS
from overnet.snippets.walkthrough import read_snippet
from overnet.terminal.awaiting import Reading
from overnet.terminal.complaints import wrong_output
from overnet.terminal.executor import READ_SECONDS

NEW = "network/hello"
DENIED = "overlay/configs-secrets/denied.console"
PING = "network/bridge/names.console"

both = pytest.mark.parametrize("language", LANGUAGES)


def text(language: str) -> str:
    return (DOCS / language / "reference/contribute.md").read_text("utf-8")


def section(language: str, heading: str) -> str:
    return text(language).partition(f" {{#{heading}}}\n")[2].partition("\n##")[0]


def rows(language: str, heading: str) -> list[str]:
    """The inline code that begins each row of a section's table."""
    return re.findall(r"^\| `([^`]+)`", section(language, heading), re.MULTILINE)


def fence(language: str, heading: str, number: int = 0) -> str:
    return re.findall(r"^```.+\n((?:.*\n)*?)```$", section(language, heading), re.MULTILINE)[number]


@both
def test_the_directives_are_those_there_are(language: str) -> None:
    assert rows(language, "directives") == [DIRECTIVE + form for form in FORMS]


@both
def test_the_keys_of_a_lab_file_are_those_there_are(language: str) -> None:
    assert sorted(rows(language, "new")) == sorted(KEYS)


@both
def test_the_macros_are_those_there_are_for_authors(language: str) -> None:
    shown = [row.removeprefix("[[% raw %]][[= ").removesuffix(" =]][[% endraw %]]") for row in rows(language, "page")]
    assert sorted(shown) == sorted(form for macro, form in MACROS.items() if macro != "status")


@both
def test_the_files_of_a_walkthrough_end_as_it_says(language: str) -> None:
    assert set(re.findall(r"`(\.\w+)`", text(language))) == set(KINDS.values())


@both
def test_the_targets_are_there(language: str) -> None:
    there = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", text(language)))
    assert {"serve", "new", "record", "prove", "lint", "site"} <= named <= there


@both
def test_the_files_are_there(language: str) -> None:
    named = set(re.findall(r"`((?:docs|overnet|snippets|\.ci)/[^` ]+)`", text(language)))
    assert len(named) > 5 and [name for name in named if not (ROOT / name).exists()] == []


@both
def test_a_new_page_is_as_shown(tmp_path: Path, language: str) -> None:
    assert fence(language, "new") == "\n".join([*scaffold(NEW, tmp_path), ""])
    assert fence(language, "new", 1) == (tmp_path / f"snippets/{NEW}/lab.yml").read_text("utf-8")


@both
def test_the_transcript_is_a_published_one(language: str) -> None:
    assert fence(language, "transcript") == (SNIPPETS / DENIED).read_text("utf-8")
    page = Page(language, "configs-secrets", DOCS / language / "overlay/configs-secrets.md")
    assert f"({Path('../overlay') / page.file.name}#denied)" in section(language, "transcript")
    assert "denied" in [heading.id for heading in page.headings]


@both
def test_a_difference_is_as_shown(tmp_path: Path, language: str) -> None:
    file = tmp_path / PING
    file.parent.mkdir(parents=True)
    right = (SNIPPETS / PING).read_text("utf-8")
    file.write_text(right.replace(" 0% packet", " 100% packet"), "utf-8")
    stale = read_snippet(file, tmp_path, ["node1"])
    [command] = stale.commands
    reading = Reading(None, runs=9, otherwise=9, seconds=READ_SECONDS, waited=READ_SECONDS)
    told = wrong_output(stale, command, reading, right.rstrip("\n").split("\n")[1:], [])
    assert fence(language, "difference") == "".join(f"{line.rstrip()}\n" for line in told.split("\n"))
