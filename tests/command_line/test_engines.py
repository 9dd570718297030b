"""What differs on another engine: its variants, on the page and in the scripts, and what a recording makes of them."""

from pathlib import Path

import pytest

from overnet import engines, record
from overnet.errors import Problem
from overnet.executor import Outcome
from overnet.transcript import parse
from overnet.walkthrough import Snippet
from overnet.wordings import heard, modern
from tests.harness.copies import Copy

SNIPPET = Snippet("page/run.console", "$ ls\na\n", tuple(parse("$ ls\na\n")))
VARIANT = Snippet("page/run@26.1.console", "$ ls\nb\n", tuple(parse("$ ls\nb\n")))


def test_the_engines_that_a_name_stands_for() -> None:
    assert engines.chosen("20.10") == ["20.10"]
    assert engines.chosen("all") == list(engines.ENGINES)
    assert engines.chosen("docker:29-dind") == ["docker:29-dind"]
    with pytest.raises(Problem, match=r"no engine is called 29; there are: 20.10, 26.1, 28.5, all, and images like"):
        engines.chosen("29")


def outcome(output: str, plain: bool, status: int = 0) -> Outcome:
    return Outcome([output], 0.1, 0.0, status=status, plain=plain)


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
    monkeypatch.setattr(record, "SNIPPETS", tmp_path)
    plain, variant = tmp_path / "page/run.console", tmp_path / "page/run@26.1.console"
    plain.parent.mkdir()
    plain.write_text(SNIPPET.text)
    if before:
        variant.write_text(before)
    record.save(snippet, [did], "26.1")
    assert plain.read_text() == SNIPPET.text
    assert (variant.read_text() if variant.exists() else None) == after


OLD = {
    "an error of the Engine": ("docker: Error: no.\nSee 'docker run --help'.", "docker: Error: no"),
    "where the container did not start": ("4f2d\ndocker: Error: in use.", "4f2d\ndocker: Error: in use"),
    "of several lines": ("docker: Error: x:\nno a.b.\nSee 'docker run --help'.", "docker: Error: x:\nno a.b"),
}


@pytest.mark.parametrize("what", OLD)
def test_an_older_client_ends_its_errors_otherwise(what: str) -> None:
    old, new = OLD[what]
    assert modern(old.split("\n")) == [*new.split("\n"), "", "Run 'docker run --help' for more information"]


def test_an_older_client_adds_to_what_the_runtime_says() -> None:
    new = "OCI runtime exec failed: exec failed: unable to start container process: no such file"
    assert modern([f"{new}: unknown"]) == [new]
    assert modern([f"{new}: unknown.", "x"]) == [f"{new}.", "x"]


def test_an_older_client_shows_no_usage_beside_an_invalid_argument() -> None:
    new = 'invalid argument "a=b" for "-v, --volume" flag: bad format'
    usage = [
        "",
        "Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]",
        "",
        "Run 'docker run --help' for more information",
    ]
    assert modern([new, "See 'docker run --help'."]) == [new, *usage]


def test_an_older_client_may_say_more() -> None:
    more = 'time="2026-11-24T16:46:18Z" level=error msg="error waiting for container: context canceled"'
    assert heard(["docker: Error: no.", more]) == ["docker: Error: no."]


def test_an_older_curl_says_the_same() -> None:
    new = "curl: (7) Failed to connect to 192.0.2.11:80 after 0 ms: Could not connect to server"
    for why in ("Couldn't", "Could not"):
        old = f"curl: (7) Failed to connect to 192.0.2.11 port 80 after 0 ms: {why} connect to server"
        assert modern(["a", old]) == ["a", new]
    assert modern(["curl: (52) Empty reply from server"]) == ["curl: (52) Empty reply from server"]


def test_a_page_shows_its_variants_and_proves_them_only_on_their_engine(again: Copy) -> None:
    snippets = again.folder / "snippets/networks"
    for name in ("run.console", "run.py"):
        variant = snippets / name.replace(".", "@26.1.")
        variant.write_text((snippets / name).read_text().replace("bridge bridge", "bridge other"))
    proven = again.overnet("prove", "networks")
    assert proven.returncode == 0, proven.stderr
    assert again.overnet("site").returncode == 0
    for language, title in (("", "On Engine 26.1"), ("zh", "在 Engine 26.1 上")):
        page = (again.folder / "site" / language / "networks/index.html").read_text()
        assert page.count(f"<summary>{title}</summary>") == 2
        assert page.count("bridge other") == 2
    script = (again.folder / "site/networks/node1.sh").read_text()
    assert script.count("docker network ls") == 1

    commands = snippets / "run@26.1.console"
    commands.write_text(commands.read_text().replace("$ docker", "$ sudo docker"))
    refused = again.overnet("site")
    assert "snippets/networks/run@26.1.console:1: not the command of run.console" in refused.stderr


def test_a_page_whose_subject_an_engine_lacks_is_not_run_there(again: Copy) -> None:
    lab = again.folder / "snippets/networks/lab.yml"
    lab.write_text(lab.read_text() + 'engines: ["26.1", "28.5"]\n')
    done = again.overnet("prove", "--engine", "20.10", "networks")
    assert (done.returncode, done.stderr) == (0, "")
    assert "– networks (Shell, 20.10): not on this engine, as its lab.yml says" in done.stdout
    assert again.overnet("site").returncode == 0
    assert "20.10 without this feature" in (again.folder / "site/networks/index.html").read_text()
