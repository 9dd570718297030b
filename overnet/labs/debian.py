"""Debian as root file systems, built by mmdebstrap."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from overnet.errors import Problem, last_lines
from overnet.progress import doing

_NAMESPACE = ["--mount-proc", "--pid", "--fork", "--kill-child"]


@doing("building the host image")
def build(path: Path, suite: str, options: list[str], files: Sequence[Path], requirements: list[str]) -> None:
    """Make `path` the tar of a host image of Debian's `suite`: what mmdebstrap makes with these options, our files, and
    the Python packages of `requirements`. Raises Problem where that fails."""
    print(f"building the host image from Debian {suite} (once, about a minute)", file=sys.stderr)
    scratch = path.parent / "build"
    remove(scratch)
    scratch.mkdir()
    try:
        part = scratch / path.name
        hook = f"--customize-hook=tar-in {_extra(scratch, files, requirements)} /"
        mmdebstrap([hook, *options, part], scratch, "cannot build the host image")
        part.rename(path)
    finally:
        remove(scratch)


def mmdebstrap(arguments: list[str | Path], scratch: Path, what: str) -> None:
    """Run mmdebstrap, installed if need be, with temporary files in `scratch`; a Problem that begins with `what`."""
    _require_mmdebstrap()
    command = ["mmdebstrap", *arguments]
    environment = dict(os.environ)
    if os.geteuid() == 0:
        # Its processes and mounts end with this process, and what it leaves is in the cache.
        command = ["setpriv", "--pdeathsig", "KILL", "unshare", *_NAMESPACE, *command]
        environment["TMPDIR"] = str(scratch)
    call(command, what, environment)


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
    pack = ["tar", "--create", "--owner=0", "--group=0", "--mode=u=rwX,go=rX", "--directory", scratch, "--file", extra]
    call([*pack, "usr"], "cannot pack the files of the host image")
    return extra


def _require_mmdebstrap() -> None:
    if shutil.which("mmdebstrap"):
        return
    install = "apt-get install --yes mmdebstrap"
    if not (os.geteuid() == 0 and shutil.which("apt-get")):
        raise Problem(f"mmdebstrap is needed to build the host image: sudo {install} (on Debian or Ubuntu)")
    call(["sh", "-c", f"apt-get update && {install}"], "cannot install mmdebstrap")


def remove(folder: Path) -> None:
    """Remove a folder, and what a build has left in it, without going into what may still be mounted there, such as
    /proc and /sys."""
    call(["rm", "--recursive", "--force", "--one-file-system", folder], f"cannot remove {folder}")


def call(argv: list[str | Path], what: str, environment: dict[str, str] | None = None) -> None:
    """Run a program to its end; a Problem that begins with `what`, and has its last lines, if it fails."""
    null, merged = subprocess.DEVNULL, subprocess.STDOUT
    result = subprocess.run(argv, stdin=null, stdout=subprocess.PIPE, stderr=merged, env=environment)
    if result.returncode:
        raise Problem(f"{what}: {last_lines(result.stdout)}")
