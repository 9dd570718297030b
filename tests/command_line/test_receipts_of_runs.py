"""What runs leave, and what the site then says."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.command_line.copies import Copy


def states(copy: Copy) -> dict[str, str]:
    """What the data of a newly built site says of each track of the page `networks`."""
    done = copy.overnet("site")
    assert done.returncode == 0, done.stderr
    data = json.loads((copy.folder / "site/status.json").read_text())
    return {one["track"]: one["state"] for one in data["tracks"] if one["page"] == "networks"}


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
    other = recorded.again(tmp_path / "other")
    parts = [copy.overnet("prove", "--shard", f"{number}/2") for number, copy in enumerate((again, other), 1)]
    assert [part.returncode for part in parts] == [0, 0], [part.stderr for part in parts]
    told = [line for part in parts for line in part.stdout.splitlines() if line.startswith("✓")]
    assert len(told) == len(set(told)) == 4
    half = again.overnet("receipts", "merge", str(again.folder / "build"))
    assert half.returncode == 1
    assert sum(line.endswith(": unproven") for line in half.stderr.splitlines()) in (1, 2, 3)
    whole = again.overnet("receipts", "merge", str(other.folder / "build"))
    assert (whole.returncode, whole.stderr) == (0, "")
    reused = again.overnet("prove")
    assert "4 of 4 tracks proven (4 reused)" in reused.stdout
