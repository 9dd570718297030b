"""What runs leave, and what the site then says."""

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.command_line.copies import Copy


def states(copy: Copy) -> dict[str, str]:
    """What the data of a newly built site says of each track of the page `networks`."""
    done = copy.overnet("site")
    assert done.returncode == 0, done.stderr
    return {one["track"]: one["state"] for one in tracks(copy) if one["page"] == "networks"}


def tracks(copy: Copy) -> list[dict]:
    """The data of the site that is built, about each track."""
    return json.loads((copy.folder / "site/status.json").read_text())["tracks"]


def test_from_a_proof_to_a_failure_to_nothing(again: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "GITHUB_ACTIONS"):
        monkeypatch.setenv(name, "true")
    page = again.folder / "site/networks/index.html"
    snippet = again.folder / "snippets/networks/run.console"

    proven = again.overnet("prove", "networks")
    assert (proven.returncode, "::error" in proven.stdout) == (0, False), proven.stderr
    assert states(again) == {"Shell": "proven", "Python": "proven"}
    assert '<details class="receipt">' in page.read_text()

    snippet.write_text("$ exit_of_no_command\n")
    assert states(again) == {"Shell": "changed", "Python": "proven"}

    failed = again.overnet("prove", "networks")
    assert failed.returncode == 1
    assert "::error file=snippets/networks/run.console,line=1,title=networks (Shell)::" in failed.stdout
    cases = ElementTree.parse(again.folder / "build/junit.xml").getroot()
    assert {case.get("name"): len(case) for case in cases} == {"networks (Shell)": 1, "networks (Python)": 0}
    assert states(again) == {"Shell": "failed", "Python": "proven"}
    assert "snippets/networks/run.console:1: exit status 127 on node1" in page.read_text()

    shutil.rmtree(again.folder / "build/receipts")
    assert states(again) == {"Shell": "failed", "Python": "unproven"}
    assert '<details class="receipt">' not in page.read_text()


def test_two_machines_prove_what_one_does(again: Copy, recorded: Copy, tmp_path: Path) -> None:
    machines = [again, recorded.again(tmp_path / "other")]
    parts = [copy.ci("publish", "prove", f"{number}/2", ENGINE="28.5") for number, copy in enumerate(machines, 1)]
    assert [part.returncode for part in parts] == [0, 0], [part.stderr for part in parts]
    told = [line for part in parts for line in part.stdout.splitlines() if line.startswith("✓")]
    assert len(told) == len(set(told)) == 4
    tars = [str((copy.folder / "build.tar").rename(tmp_path / f"{copy.folder.name}.tar")) for copy in machines]

    forge = recorded.again(tmp_path / "forge")
    half = forge.ci("publish", "site", tars[0], ENGINE="28.5")
    missing = [one["state"] for one in tracks(forge) if one["state"] != "proven"]
    assert (half.returncode, len(missing) in (1, 2, 3), set(missing)) == (1, True, {"unproven"}), half.stderr
    assert half.stderr.count(", 28.5): unproven\n") == len(missing)
    whole = forge.ci("publish", "site", *tars, ENGINE="28.5")
    assert whole.returncode == 0, whole.stderr
    assert [one["state"] for one in tracks(forge)] == ["proven"] * 4
    assert "4 of 4 tracks proven (4 reused)" in forge.overnet("prove").stdout


def test_what_fails_by_night_is_told(plain: Copy, tmp_path: Path) -> None:
    night = plain.again(tmp_path / "project")
    for page in ("containers", "swarm"):
        shutil.rmtree(night.folder / "snippets" / page)
        for language in ("en", "zh"):
            (night.folder / "docs" / language / f"{page}.md").unlink()
    done = night.ci("newest", ENGINE="28.5")
    assert done.returncode != 0
    stale = (night.folder / "build/stale.md").read_text()
    assert re.findall("^### .*$", stale, re.MULTILINE) == ["### networks (Shell, 28.5)", "### networks (Python, 28.5)"]
    assert stale.count("\n+bridge bridge\n") == 2
