"""What a recording on another engine makes of its variants."""

from dataclasses import replace
from pathlib import Path

import pytest

from overnet.proving import rewriting
from overnet.snippets.snippet import Snippet
from overnet.snippets.transcript import parse
from overnet.terminal.executor import Outcome

SNIPPET = Snippet("page/run.console", "$ ls\na\n", tuple(parse("$ ls\na\n")))
VARIANT = Snippet("page/run@26.1.console", "$ ls\nb\n", tuple(parse("$ ls\nb\n")))


def outcome(output: str, plain: bool, status: int = 0) -> Outcome:
    return Outcome([output], 0.1, 0.0, status=status, plain=plain)


def test_a_page_that_the_reference_lacks_is_recorded_on_its_own_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewriting, "SNIPPETS", tmp_path)
    (tmp_path / "page").mkdir()
    rewriting.save(replace(SNIPPET, reference="29"), [outcome("b", plain=True)], "29")
    assert [file.name for file in (tmp_path / "page").iterdir()] == ["run.console"]
    assert (tmp_path / "page/run.console").read_text() == "$ ls\nb\n"


@pytest.mark.parametrize(
    "before, snippet, did, after",
    [
        (None, SNIPPET, outcome("a", plain=True), None),
        (None, SNIPPET, outcome("b", plain=False), "$ ls\nb\n"),
        (None, SNIPPET, outcome("no", plain=False, status=2), "#: exits 2\n$ ls\nno\n"),
        ("$ ls\nb\n", VARIANT, outcome("b", plain=False), "$ ls\nb\n"),
        ("$ ls\nb\n", VARIANT, outcome("c", plain=False), "$ ls\nc\n"),
        ("$ ls\nb\n", VARIANT, outcome("a", plain=True), None),
    ],
    ids=["alike", "another output", "an error", "as recorded", "a newer output", "no longer another"],
)
def test_a_recording_writes_a_variant_where_there_is_a_difference(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: str | None,
    snippet: Snippet,
    did: Outcome,
    after: str | None,
) -> None:
    monkeypatch.setattr(rewriting, "SNIPPETS", tmp_path)
    plain, variant = tmp_path / "page/run.console", tmp_path / "page/run@26.1.console"
    plain.parent.mkdir()
    plain.write_text(SNIPPET.text)
    if before:
        variant.write_text(before)
    rewriting.save(snippet, [did], "26.1")
    assert plain.read_text() == SNIPPET.text
    assert (variant.read_text() if variant.exists() else None) == after
