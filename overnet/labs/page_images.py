"""The images that pages use by their usual names, and the registry data that serves them inside labs."""

import contextlib
import hashlib
import io
import json
import os
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

from overnet import cache
from overnet.errors import Problem, last_lines
from overnet.labs import host_images
from overnet.labs.host import Host
from overnet.progress import doing
from overnet.project import STAND_INS

LOCAL = "127.0.0.1:5000/library"
SECONDS_TO_PULL = 60


def fill(builder: Callable[[Path], contextlib.AbstractContextManager[Host]]) -> Path:
    """Return the cache's registry folder: `data/` for the registry, `images.json` on what is in it.

    builder: called if the cache has none, with the folder to fill; gives a host with a Docker Engine, a network and
    that folder at /registry. images.json: {"engine": {"version", "api"}, "images": {name: {"source": "registry" |
    "stand-in", "digest", "built_from": [Debian package and version]}}}.
    """
    folder = _folder()
    with cache.locked(cache.folder("registry") / "lock"):
        if not (folder / "images.json").exists():
            data = cache.folder("registry", folder.name, "data")
            with builder(data) as host:
                record = _fill(host)
            (folder / "images.json").write_text(json.dumps(record, indent=2) + "\n", "utf-8")
    return folder


def filled() -> dict[str, dict]:
    """The images of the cache's registry, as in images.json; none if it is not filled yet."""
    record = _folder() / "images.json"
    return json.loads(record.read_text("utf-8"))["images"] if record.exists() else {}


def _folder() -> Path:
    """Where the registry of this tree's stand-ins is, or will be."""
    files = sorted(path for path in STAND_INS.rglob("*") if path.is_file())
    recipe = "\0".join(
        [host_images.key(), *(f"{path.relative_to(STAND_INS)}\0{path.read_text('utf-8')}" for path in files)]
    )
    return cache.folder("registry") / hashlib.sha256(recipe.encode()).hexdigest()[:12]


@doing("filling the registry of the labs")
def _fill(host: Host) -> dict:
    print("filling the registry of the labs (once)", file=sys.stderr)
    _run(host, "rm -rf /registry/*; sh /usr/local/lib/overnet/registry false > /dev/null 2>&1 &")
    names = _names()
    try:
        for name in names:
            _run(host, f"timeout {SECONDS_TO_PULL} docker pull --quiet {name}")
        found = {name: {"source": "registry", "built_from": []} for name in names}
    except Problem:
        print("no registry answers: building stand-ins from Debian's packages", file=sys.stderr)
        found = _build(host, names)
    for name in names:
        _run(host, f"docker tag {name} {LOCAL}/{name} && docker push --quiet {LOCAL}/{name}")
        digests = _run(host, f"docker image inspect --format '{{{{join .RepoDigests \" \"}}}}' {LOCAL}/{name}").split()
        found[name]["digest"] = next(digest.partition("@")[2] for digest in digests if digest.startswith(LOCAL))
    version = json.loads(_run(host, "docker version --format '{{json .Server}}'"))
    _run(host, f"chown -R {os.getuid()}:{os.getgid()} /registry")
    return {"engine": {"version": version["Version"], "api": version["ApiVersion"]}, "images": found}


def _names() -> list[str]:
    """The stand-ins' names, each after the one it is built from."""
    bases = {
        path.parent.name: [line.split()[1] for line in path.read_text("utf-8").splitlines() if line.startswith("FROM ")]
        for path in STAND_INS.glob("*/Dockerfile")
    }
    return sorted(bases, key=lambda name: (len(bases[name]) - bases[name].count("scratch"), name))


@doing("building stand-ins from Debian's packages")
def _build(host: Host, names: list[str]) -> dict[str, dict]:
    """Build the stand-ins from the Debian packages of the host image."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.add(STAND_INS, arcname="stand-ins")
    host.call("put_archive", host.container, "/root", packed.getvalue())
    found = {}
    for name in names:
        _run(host, f"cd /root/stand-ins/{name} && sh ./build && docker build --quiet --tag {name} .")
        packages = (STAND_INS / name / "packages").read_text("utf-8").split()
        versions = _run(host, "dpkg-query --show --showformat '${Package} ${Version}\\n' " + " ".join(packages))
        found[name] = {"source": "stand-in", "built_from": versions.splitlines()}
    return found


def _run(host: Host, command: str) -> str:
    code, output = host.run(["sh", "-c", command])
    if code:
        raise Problem(f"filling the registry of the labs: `{command}` failed: {last_lines(output)}")
    return output.decode().strip()
