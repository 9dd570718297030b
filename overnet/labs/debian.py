"""Debian as root file systems, built by mmdebstrap: on this machine, or else in a container (see by_docker.py)."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

from overnet.errors import Problem, last_lines
from overnet.labs import carried
from overnet.labs.by_docker import Builder
from overnet.progress import doing

_NAMESPACE = ["--mount-proc", "--pid", "--fork", "--kill-child"]
_INSTALL = "apt-get install --yes mmdebstrap"


@doing("building the host image")
def build(
    path: Path, suite: str, options: list[str], files: Sequence[Path], requirements: list[str], builder: Builder | None
) -> None:
    """Make `path` the tar of a host image of Debian's `suite`: what mmdebstrap makes with these options, our files, and
    the Python packages of `requirements`. Raises Problem where that fails."""
    print(f"building the host image from Debian {suite} (once, about a minute)", file=sys.stderr)
    scratch = path.parent / "build"
    remove(scratch)
    scratch.mkdir()
    try:
        part = scratch / path.name
        extra = _extra(scratch, files, requirements)
        mmdebstrap(options, part, "cannot build the host image", builder, extra)
        part.rename(path)
    finally:
        remove(scratch)


def mmdebstrap(
    options: list[str], result: Path, what: str, builder: Builder | None = None, extra: Path | None = None
) -> None:
    """Make the tar `result` by mmdebstrap, with what is in the tar `extra`: on this machine, where mmdebstrap is
    installed if need be, or else by a builder. Temporary files are beside `result`. Raises a Problem that begins with
    `what`, or says that mmdebstrap is needed."""
    if not _has_mmdebstrap():
        if not builder:
            there = (
                f"install it by `sudo {_INSTALL}` (on Debian or Ubuntu), or start Docker, which has it in a container"
            )
            raise Problem(f"{what}: mmdebstrap is needed: {there}")
        builder.mmdebstrap([*_hook(extra and Path("/", extra.name)), *options], result, what, extra)
        return
    command = ["mmdebstrap", *_hook(extra), *options, result]
    environment = dict(os.environ)
    if os.geteuid() == 0:
        # Its processes and mounts end with this process, and what it leaves is in the cache.
        command = ["setpriv", "--pdeathsig", "KILL", "unshare", *_NAMESPACE, *command]
        environment["TMPDIR"] = str(result.parent)
    call(command, what, environment)


def _hook(extra: Path | None) -> list[str]:
    return [f"--customize-hook=tar-in {extra} /"] if extra else []


def _extra(scratch: Path, files: Sequence[Path], requirements: list[str]) -> Path:
    """Return a tar of what is not a Debian package: our files and the Docker SDK."""
    ours = scratch / "usr/local/lib/overnet"
    ours.mkdir(parents=True)
    for path in files:
        shutil.copy(path, ours)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    pip += ["--platform", "any", "--only-binary", ":all:", "--target", scratch / "usr/lib/python3/dist-packages"]
    call([*pip, *requirements], "cannot install the Docker SDK into the host image")
    extra = scratch / "extra.tar"
    with tarfile.open(extra, "w") as archive:
        carried.pack(archive, scratch, ["usr"])
    return extra


def _has_mmdebstrap() -> bool:
    """Whether this machine has mmdebstrap; where it can be installed, it is."""
    if not shutil.which("mmdebstrap"):
        if not (os.geteuid() == 0 and shutil.which("apt-get")):
            return False
        call(["sh", "-c", f"apt-get update && {_INSTALL}"], "cannot install mmdebstrap")
    return True


def remove(folder: Path) -> None:
    """Remove a folder, and what a build has left in it, without going into what may still be mounted there, such as
    /proc and /sys."""
    here = ["--one-file-system"] if sys.platform == "linux" else []  # elsewhere nothing is mounted, and rm has not that
    call(["rm", "-rf", *here, folder], f"cannot remove {folder}")


def call(argv: list[str | Path], what: str, environment: dict[str, str] | None = None) -> None:
    """Run a program to its end; a Problem that begins with `what`, and has its last lines, if it fails."""
    null, merged = subprocess.DEVNULL, subprocess.STDOUT
    result = subprocess.run(argv, stdin=null, stdout=subprocess.PIPE, stderr=merged, env=environment)
    if result.returncode:
        raise Problem(f"{what}: {last_lines(result.stdout)}")
