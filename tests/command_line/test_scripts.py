"""What the scripts of .ci/ do around `make` and `gh`, which are played here: they note how they were called."""

import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from overnet.project import ROOT

RUN = "https://forge.example/runs/7"
TITLE = "What no longer holds on the newest Engine, or by the newest ProperDocs or Zensical"
MAKE = """#!/bin/sh
echo "make $* ENGINE=$ENGINE" >> "$CALLS"
case "$*" in "$FAILS"*) exit 2 ;; esac
"""
DIFFER = (
    "By [the last run]({0}), the newest ProperDocs makes another site, or the newest Zensical differs in another way "
    "than is known.\n"
)
GH = """#!/bin/sh
echo "gh $*" >> "$CALLS"
case "$2" in list) printf "$OPEN" ;; esac
"""


@dataclass
class Tree:
    """A project that has .ci/ and nothing else, and programs that note their calls; `make` fails where its arguments
    begin with FAILS, `gh` knows the issues OPEN, a line `number<tab>title` each."""

    folder: Path

    def run(self, script: str, *arguments: str, fails: str = "nothing", issues: str = "") -> int:
        """The exit status of a script."""
        environment = {
            **os.environ,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "CALLS": str(self.folder / "calls"),
            "FAILS": fails,
            "OPEN": issues,
        }
        return subprocess.run([self.folder / ".ci" / script, *arguments], env=environment, check=False).returncode

    @property
    def calls(self) -> list[str]:
        return (self.folder / "calls").read_text().splitlines()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text()


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    (tmp_path / "bin").mkdir()
    for name, text in (("make", MAKE), ("gh", GH), ("python", '#!/bin/sh\necho "$*"\n')):
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/bin").symlink_to("../bin")
    return Tree(tmp_path)


def test_a_part_is_packed_whether_it_holds_or_not(tree: Tree) -> None:
    for kind in ("receipts", "failures"):
        tree.write(f"build/{kind}/29/page.shell.json", "{}")
        assert tree.run("publish", "prove", "2/6", "status.json", fails="prove") != 0
        with tarfile.open(tree.folder / "build.tar") as packed:
            names = {name for name in packed.getnames() if name.endswith(".json")}
        assert names == {f"build/{kind}/29/page.shell.json"}
        shutil.rmtree(tree.folder / "build")
    assert tree.calls == ["make prove FRESH=1 SHARD=2/6 LAST=status.json ENGINE=all"] * 2


def test_a_machine_that_proved_nothing_packs_nothing(tree: Tree) -> None:
    assert tree.run("publish", "prove", "2/6", fails="prove") != 0
    assert not (tree.folder / "build.tar").exists()


def test_a_site_that_cannot_be_built_is_not_one_of_which_something_is_unproven(tree: Tree) -> None:
    tree.write("build/receipts/29/page.shell.json", "{}")
    assert tree.run("publish", "prove", "1/1") == 0
    assert tree.run("publish", "site", "build.tar") == 0
    assert tree.run("publish", "site", "build.tar", fails="chromium site") == 2


def test_by_night_only_what_failed_is_told(tree: Tree) -> None:
    assert tree.run("newest") == 0
    assert not (tree.folder / "build/stale.md").exists()
    (tree.folder / "build").mkdir()
    assert tree.run("newest", fails="prove") != 0
    assert tree.read("build/stale.md") == "-m overnet stale --engine docker:dind\n"
    assert tree.calls == ["make prove FRESH=1 ENGINE=docker:dind"] * 2


@pytest.mark.parametrize(
    ("newest", "successors", "stale", "told"),
    [
        (
            "failure",
            "success",
            "### a\n",
            "These tracks failed in [the last run]({0}) on the newest Engine.\n\n### a\n",
        ),
        (
            "failure",
            "success",
            "",
            "In [the last run]({0}) on the newest Engine, no track failed, but the run itself did.\n\n",
        ),
        (
            "cancelled",
            "success",
            None,
            "In [the last run]({0}) on the newest Engine, no track failed, but the run itself did.\n\n",
        ),
        (
            "success",
            "failure",
            None,
            DIFFER,
        ),
        (
            "failure",
            "failure",
            "### a\n",
            "These tracks failed in [the last run]({0}) on the newest Engine.\n\n### a\n" + DIFFER,
        ),
    ],
)
def test_an_issue_tells_what_failed(tree: Tree, newest: str, successors: str, stale: str | None, told: str) -> None:
    if stale is not None:
        tree.write("build/stale.md", stale)
    assert tree.run("tell", RUN, newest, successors) == 0
    assert tree.read("build/issue.md") == told.format(RUN)
    assert tree.calls[1:] == [f"gh issue create --title {TITLE} --body-file build/issue.md"]


def test_an_issue_that_is_open_is_written_anew(tree: Tree) -> None:
    issues = f"9\\tAnother\\n8\\t{TITLE}, too\\n7\\t{TITLE}\\n6\\t{TITLE}\\n"
    assert tree.run("tell", RUN, "failure", "success", issues=issues) == 0
    assert tree.calls[0].startswith("gh issue list --state open --app github-actions ")
    assert tree.calls[1:] == ["gh issue edit 7 --body-file build/issue.md"]
