"""The virtual machine with Debian's kernel, for labs whose needs this machine's kernel does not have; one for each
engine.

Its disk is made, and its state once a lab of two hosts is ready in it is saved, only once; each lab goes on from that
state, and nothing is kept of what it writes.
"""

import hashlib
import json
import platform
import shutil
import sys
import time
from pathlib import Path

import docker
from docker.types import Mount

from overnet import cache
from overnet.engines import ENGINES, REFERENCE
from overnet.errors import NotHere, Problem, last_lines
from overnet.labs import debian, host_images
from overnet.labs.by_docker import Builder
from overnet.labs.engine import Engine
from overnet.labs.host import reason
from overnet.labs.lab import Lab
from overnet.labs.outer import Outer
from overnet.labs.qemu import FLAGS, KERNEL, Machine
from overnet.progress import doing

GUEST = Path(__file__).parent / "files" / "machine"
PATIENCE = 3
HOSTS = ["node1", "node2"]
PACKAGES = "qemu-system-x86,linux-image-cloud-amd64"
USED_FIRST = "docker version; python3 -c 'import docker'; curl --version; jq --version; iptables-save; find / -xdev"
_WANTED = ("usr/bin/qemu-system-x86_64", "usr/lib/x86_64-linux-gnu", "usr/lib64", "usr/lib/modules", "usr/share/qemu", "usr/share/seabios")  # fmt: skip
_SECONDS_TO_START = 240
_FREE_BYTES = 6 * 10**9


def start(outer: Outer, engine: str, name: str) -> Outer:
    """Start a virtual machine of this name (see qemu.names), and return the outer engine in it: `engine`, with a lab of
    hosts of the same that is ready. outer: that of the run. The first time, what it starts from is made (a minute or
    two). Raises NotHere where it cannot be had, and Problem where it fails."""
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise NotHere("it runs on Linux on amd64 only")
    with cache.locked(cache.folder("vm") / "lock"):
        files = _made(outer, engine, name)
    machine = Machine(files, name, *_disk(files, "snapshot=on"), "-incoming", "defer")
    machine.load(files / "state")
    inner = _ready(machine, outer.run, engine)
    features, inner.ready = json.loads((files / "ready.json").read_text("utf-8"))
    inner.features = set(features)
    return inner


def _key(outer: Outer, engine: str) -> str:
    """The name of the machine of an engine: a hash of all that goes into it."""
    scripts = [path.read_text("utf-8") for path in sorted(GUEST.iterdir())]
    recipe = [PACKAGES, USED_FIRST, KERNEL, *FLAGS, *HOSTS, str(PATIENCE), host_images.key(engine), str(outer.registry)]
    return hashlib.sha256("\0".join([*recipe, *scripts]).encode()).hexdigest()[:12]


def _made(outer: Outer, engine: str, name: str) -> Path:
    """The folder with all that the machine is started from, made if the cache has none."""
    folder = cache.folder("vm") / _key(outer, engine)
    if folder.exists():
        return folder
    if (free := shutil.disk_usage(folder.parent).free) < _FREE_BYTES:
        raise NotHere(f"{folder.parent} has {free // 10**6} MB of free space, {_FREE_BYTES // 10**6} MB are needed")
    _make(folder, outer, engine, name)
    return folder


@doing("making the virtual machine")
def _make(folder: Path, outer: Outer, engine: str, name: str) -> None:
    """Make `folder`, and remove those of machines that are of no more use."""
    print("making the virtual machine (once, a minute or two)", file=sys.stderr)
    kept = {"runs", *(_key(outer, each) for each in (*ENGINES, engine))}
    for old in cache.folder("vm").iterdir():
        if old.is_dir() and old.name not in kept:
            debian.remove(old)
    part = cache.folder("vm", folder.name + ".part")
    _install(part, outer.builder)
    _make_disk(outer, part, engine)
    machine = Machine(part, name, *_disk(part))
    inner = _ready(machine, "saved", engine)
    lab = Lab(inner, "in the virtual machine", HOSTS, engine=engine).__enter__()
    for host in lab.hosts.values():
        host.run(["sh", "-c", USED_FIRST])  # so that it is in memory then
    (part / "ready.json").write_text(json.dumps([sorted(inner.features), lab.describe()]), "utf-8")
    machine.save(part / "state")
    part.rename(folder)


def _install(folder: Path, builder: Builder | None) -> None:
    """Put QEMU, what it needs, and the kernel with its modules into `folder`/root; builder: for machines without
    mmdebstrap. Raises NotHere if they cannot be had."""
    archive, root = folder / "packages.tar", folder / "root"
    options = ["--variant=extract", f"--include={PACKAGES}", *host_images.APT, ENGINES[REFERENCE].suite]
    try:
        debian.mmdebstrap(options, archive, "cannot get QEMU and a kernel", builder)
    except Problem as problem:
        raise NotHere(str(problem)) from None
    root.mkdir()
    paths = [f"./{path}" for path in _WANTED]
    unpack = ["tar", "--extract", "--no-same-owner", "--file", archive, "--directory", root, *paths]
    debian.call(unpack, "cannot extract QEMU and the kernel")
    archive.unlink()


def _make_disk(outer: Outer, folder: Path, engine: str) -> None:
    """Let a container make the disk (see files/machine/disk)."""
    shutil.copy(GUEST / "init", folder)
    name = f"overnet-{outer.run}-disk"
    places = {"/vm": folder, "/host.tar": host_images.tar(engine), "/registry": outer.registry}
    mounts = [Mount(target, str(path), type="bind", read_only=target != "/vm") for target, path in places.items()]
    script = ["sh", "-c", (GUEST / "disk").read_text("utf-8"), "disk", host_images.tag(engine)]
    changes = [word for change in host_images.CHANGES for word in ("--change", change)]
    with outer.temporary(name):
        try:
            outer.start(name, name, "none", mounts, engine, entrypoint=[*script, *changes])
        except docker.errors.APIError as error:
            if outer.engine.private:
                raise
            raise NotHere(f"the Docker Engine does not see this machine's files ({reason(error)})") from error
        if outer.api.wait(name)["StatusCode"]:
            raise Problem(f"cannot make the disk: {last_lines(outer.api.logs(name))}")


def _disk(files: Path, *options: str) -> list[str]:
    settings = ["id=disk", f"file={files}/disk.img", "format=raw", "if=none", "cache=unsafe", *options]
    return ["-drive", ",".join(settings)]


def _ready(machine: Machine, run: str, engine: str) -> Outer:
    """The outer engine in the machine, as soon as it answers."""
    inner = Engine(machine.docker(), private=True)
    deadline = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < deadline and machine.process.poll() is None:
        try:
            inner.client(timeout=20).close()
        except docker.errors.DockerException:
            time.sleep(0.1)
        else:
            return Outer(run, inner, inner.client(timeout=600), Path("/registry"), PATIENCE, engine)
    raise Problem(f"its Docker Engine did not start: {machine.last_words()}")
