"""The pages that a change touches, as `.ci/changed` tells the forge, and what `.ci/pull-request` then runs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from overnet.project import ROOT

FILES = (
    "snippets/network/dns/run.console",
    "snippets/storage/on-disk/run.console",
    "snippets/swarm-2/a-b/run.console",
    "docs/zh/network/dns.md",
    "docs/en/reference/glossary.md",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / ".ci").mkdir()
    for script in ("changed", "pull-request"):
        shutil.copy(ROOT / ".ci" / script, tmp_path / ".ci")
    for name in FILES:
        write(tmp_path, name, "before\n")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "change")
    return tmp_path


def write(tree: Path, name: str, text: str) -> None:
    (tree / name).parent.mkdir(parents=True, exist_ok=True)
    (tree / name).write_text(text)


def git(tree: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments], cwd=tree, check=True)


def commit(tree: Path) -> None:
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "A step")


@pytest.mark.parametrize(
    ("files", "pages"),
    [
        (["snippets/storage/on-disk/run.console"], "storage/on-disk"),
        (["docs/zh/network/dns.md", "snippets/storage/on-disk/run.console"], "network/dns storage/on-disk"),
        (["docs/en/swarm-2/a-b.md"], "swarm-2/a-b"),
        (["docs/zh/network/dns.md", "overnet/engines.py"], ""),
        (["docs/zh/network/dns.md", "overnet/site/words.py"], "network/dns"),
        (["stand-ins/cut/packages"], ""),
        (["docs/en/reference/glossary.md"], "network/bridge"),
        (["README.md"], "network/bridge"),
    ],
)
def test_the_pages_of_a_change(tree: Path, files: list[str], pages: str) -> None:
    for name in files:
        write(tree, name, "after\n")
    commit(tree)
    done = subprocess.run([".ci/changed", "main"], cwd=tree, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == pages


@pytest.mark.parametrize(
    ("base", "calls"),
    [("main", ["lint check", "prove PAGE=network/dns storage/on-disk"]), ("no-such-commit", [])],
)
def test_a_change_is_checked_and_its_pages_proven(
    tree: Path, tmp_path_factory: pytest.TempPathFactory, base: str, calls: list[str]
) -> None:
    programs = tmp_path_factory.mktemp("programs")
    (programs / "make").write_text(f'#!/bin/sh\necho "$*" >> {programs}/calls\n')
    (programs / "make").chmod(0o755)
    (programs / "calls").touch()
    for name in ("snippets/storage/on-disk/run.console", "docs/zh/network/dns.md"):
        write(tree, name, "after\n")
    commit(tree)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run([".ci/pull-request", base], cwd=tree, env={**os.environ, "PATH": path}, check=False)
    assert (done.returncode == 0, (programs / "calls").read_text().splitlines()) == (bool(calls), calls)
