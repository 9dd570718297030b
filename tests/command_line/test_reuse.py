"""What a run has proven is not proven again, until something changes that the proof stands on."""

import time

import pytest

from tests.command_line.copies import Copy


def test_a_proof_is_reused_until_it_stands_on_something_else(again: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    def prove(*arguments: str) -> tuple[str, set[str]]:
        """The last line that `prove` says, and the tracks that it ran."""
        done = again.overnet("prove", *arguments)
        assert done.returncode == 0, done.stderr
        lines = done.stdout.splitlines()
        return lines[-1], {line.split(":")[0] for line in lines if line.startswith("✓")}

    networks = {"✓ networks (Shell)", "✓ networks (Python)"}
    _, ran = prove()
    assert ran == networks | {"✓ containers (Shell)", "✓ swarm (Shell)"}

    started = time.monotonic()
    said, ran = prove()
    assert said.startswith("3 pages, 4 of 4 tracks proven (4 reused): ")
    assert ran == set()
    assert time.monotonic() - started < 5

    again.edit("snippets/networks/run.console", "$ docker network ls", "#: within 30 seconds\n$ docker network ls")
    again.edit("overnet/site/words.py", '"not proven": "not proven"', '"not proven": "not yet proven"')
    said, ran = prove()
    assert "4 of 4 tracks proven (3 reused): " in said
    assert ran == {"✓ networks (Shell)"}

    assert prove("--fresh", "networks")[1] == networks
    monkeypatch.setenv("CI", "true")
    assert prove("networks")[1] == networks
    monkeypatch.delenv("CI")
    assert prove("networks")[1] == set()
    again.edit("overnet/terminal/awaiting.py", "PAUSE_SECONDS = 0.2", "PAUSE_SECONDS = 0.3")
    assert prove("networks")[1] == networks
