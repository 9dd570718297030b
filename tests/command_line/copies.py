"""Copies of the small project in project/, each with this package: proven and recorded by `python -m overnet`, as by a
user, and by the scripts of .ci/, as by a forge."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from overnet import cache
from overnet.labs import host_images
from overnet.project import ROOT
from overnet.site import npm
from overnet.site.drawing import ELK
from overnet.site.mermaid import SHA256, VERSION

PROJECT = Path(__file__).parent / "project"
DEADLINES = {
    "executor": ("READ_SECONDS = 20", "READ_SECONDS = 4"),
    "sessions": ("END_SECONDS = 60", "END_SECONDS = 20"),
}
FAILURE = re.compile(r"^(\S+ \((?:Shell|Python)\)): ", re.MULTILINE)


@dataclass(frozen=True)
class Copy:
    """A project in `folder`, whose runs keep in `cache` what is slow to make."""

    folder: Path
    cache: Path

    def start(self, *arguments: str) -> subprocess.Popen:
        """`python -m overnet` in a session of its own, so that a test can signal it as a terminal does."""
        return self._start([sys.executable, "-m", "overnet", *arguments])

    def overnet(self, *arguments: str) -> subprocess.CompletedProcess:
        """Run `python -m overnet` to its end; in no case may it print a traceback (those of a page's own code are
        indented), or leave anything of the run."""
        return self._ended(self.start(*arguments))

    def ci(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        """Run a script of .ci/ to its end, as a forge does; the same holds for it."""
        return self._ended(self._start([f".ci/{script}", *arguments], MAKEFLAGS="", **environment))

    def _start(self, command: list[str], **environment: str) -> subprocess.Popen:
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env={**os.environ, "OVERNET_CACHE": str(self.cache), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def _ended(self, process: subprocess.Popen) -> subprocess.CompletedProcess:
        stdout, stderr = process.communicate(timeout=300)
        assert not re.search("^Traceback", stdout + stderr, re.MULTILINE), stdout + stderr
        assert self.left() == []
        return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)

    def left(self) -> list[str]:
        """The processes and unfinished clean-ups of runs in this copy (a private engine goes with the last of them)."""
        found = [f"run {file.name}" for file in (self.cache / "runs").glob("*")]
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                arguments = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                if os.readlink(process / "cwd") == str(self.folder) or str(self.cache) in arguments:
                    found.append(f"process {process.name}: {arguments}")
        return found

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace `old`, which is there once, in a file."""
        text = (self.folder / file).read_text()
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
        (self.folder / file).write_text(text.replace(old, new))

    def again(self, folder: Path) -> "Copy":
        """A copy of this copy, with nothing built in it."""
        shutil.copytree(self.folder, folder, symlinks=True)
        for built in ("build", "site"):
            shutil.rmtree(folder / built, ignore_errors=True)
        return Copy(folder, self.cache)


def first_copy(folder: Path, cache_folder: Path) -> Copy:
    """The project as it is in project/, with shorter deadlines."""
    shutil.copytree(PROJECT, folder)
    shutil.copytree(ROOT / "overnet", folder / "overnet", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("stand-ins", "overrides", ".ci"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("requirements.txt", "Makefile"):
        shutil.copy(ROOT / name, folder)
    (folder / ".venv").symlink_to(sys.prefix)
    os.utime(folder / "requirements.txt", (0, 0))  # what `make` then finds installed
    shutil.copy(ROOT / "mkdocs.yml", folder / "site.yml")
    shutil.copy(ROOT / "mkdocs.zh.yml", folder / "site.zh.yml")
    copy = Copy(folder, cache_folder)
    for module, (old, new) in DEADLINES.items():
        copy.edit(f"overnet/terminal/{module}.py", old, new)
    return copy


def small_cache(folder: Path) -> None:
    """Fill a cache folder with the host image, the registry and what draws diagrams, of the usual cache."""
    host, rootfs = host_images.tar(), host_images.rootfs()
    npm.file("mermaid", VERSION, "dist/mermaid.min.js", SHA256)
    npm.file(*ELK)
    (folder / "host").mkdir()
    for path in (host, rootfs):
        (folder / "host" / path.name).symlink_to(path)
    for name in ("registry", "npm"):
        shutil.copytree(cache.folder(name), folder / name)


def failures(stderr: str) -> dict[str, str]:
    """What `prove` says of each item that failed, by its name, like "network (Shell)"."""
    _, *parts = FAILURE.split(stderr)
    return dict(zip(parts[::2], parts[1::2], strict=True))
