"""Files out of npm packages, with an npm that packs what the test gives it."""

import hashlib
import io
import os
import tarfile
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.site import npm

CONTENT = b"let x = 1\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive that `npm pack` delivers; without it, npm fails."""
    archive = tmp_path / "thing.tgz"
    script = tmp_path / "bin" / "npm"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nfor last; do :; done\ncp {archive} "$last"/ || {{ echo "E404 $2" >&2; exit 1; }}\n')
    script.chmod(0o755)
    with tarfile.open(archive, "w:gz") as packed:
        member = tarfile.TarInfo("package/dist/thing.js")
        member.size = len(CONTENT)
        packed.addfile(member, io.BytesIO(CONTENT))
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("OVERNET_CACHE", str(tmp_path / "cache"))
    return archive


def test_a_file_is_fetched_once(registry: Path) -> None:
    first = npm.file("thing", "1.0.0", "dist/thing.js", SHA256)
    registry.unlink()
    assert npm.file("thing", "1.0.0", "dist/thing.js", SHA256) == first
    assert first.read_bytes() == CONTENT


def test_a_changed_file_is_refused_and_not_kept(registry: Path) -> None:
    with pytest.raises(Problem, match=f"has SHA-256 {SHA256}, not 00"):
        npm.file("thing", "1.0.0", "dist/thing.js", "00")
    assert list((registry.parent / "cache").rglob("*.js")) == []


def test_a_damaged_copy_in_the_cache_is_fetched_again(registry: Path) -> None:
    path = npm.file("thing", "1.0.0", "dist/thing.js", SHA256)
    path.write_bytes(b"other")
    assert npm.file("thing", "1.0.0", "dist/thing.js", SHA256).read_bytes() == CONTENT


def test_a_package_that_cannot_be_had_is_named(registry: Path) -> None:
    registry.unlink()
    with pytest.raises(Problem, match=r"fetching thing 1\.0\.0 from npm failed: .*E404 thing@1\.0\.0"):
        npm.file("thing", "1.0.0", "dist/thing.js", SHA256)
