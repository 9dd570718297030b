"""What a person reads when a run cannot start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.labs import private
from overnet.labs import run as runs
from overnet.labs.run import Run
from overnet.project import ROOT


def test_an_unreachable_docker_host_is_named() -> None:
    environment = os.environ | {"DOCKER_HOST": "unix:///none-such.sock"}
    command = [sys.executable, "-m", "overnet", "lab", "node1"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert result.returncode == 1 and result.stdout == ""
    assert result.stderr.startswith("DOCKER_HOST=unix:///none-such.sock does not answer")
    assert len(result.stderr.splitlines()) == 1


def test_without_docker_and_root_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "users", lambda: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Problem, match="start Docker, or run this as root on Debian"), Run():
        pass


def test_a_full_disk_is_seen_before_anything_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_FREE_BYTES", 10**18)
    with pytest.raises(Problem, match=r"MB of free space .* set OVERNET_CACHE"), Run():
        pass


def test_a_cache_path_too_long_for_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERNET_CACHE", str(tmp_path / ("long" * 30)))
    monkeypatch.setattr(private, "can_run", lambda: True)
    with pytest.raises(Problem, match="too long for a socket: set OVERNET_CACHE"):
        private.engine()
