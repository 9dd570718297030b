"""Labs as processes of their own, and engines for them."""

import io
import os
import shutil
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docker
import pytest

from overnet import cache
from overnet.labs import host_images, private
from overnet.labs.run import Run
from tests.labs.processes import LabProcess


@pytest.fixture
def start_lab() -> Iterator[Callable[..., LabProcess]]:
    started = []

    def start(**environment: str) -> LabProcess:
        started.append(LabProcess(os.environ | environment))
        return started[-1]

    yield start
    for lab in started:
        if lab.alive():
            lab.kill()


@pytest.fixture
def small_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, so a private engine of its own, with the host image and the registry already made."""
    host, rootfs, registry = host_images.tar(), host_images.rootfs(), cache.folder("registry")
    monkeypatch.setenv("OVERNET_CACHE", str(tmp_path))
    for path in (host, rootfs):
        (cache.folder("host") / path.name).symlink_to(path)
    shutil.copytree(registry, tmp_path / "registry", dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def users_engine(run: Run, small_machine: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[docker.APIClient]:
    """A Docker Engine of a user, with something of theirs of every kind; DOCKER_HOST says where it is."""
    users = private.engine()
    claim = private.claim()
    try:
        private.start(host_images.rootfs())
        monkeypatch.setenv("DOCKER_HOST", users.address)
        api = users.client()
        api.import_image_from_data(busybox(host_images.rootfs()), repository="theirs", tag="1")
        api.create_network("their-network", labels={"theirs": "yes"})
        api.create_volume("their-volume")
        api.create_container("theirs:1", ["/usr/bin/busybox", "sleep", "1d"], name="their-container")
        api.start("their-container")
        yield api
        assert api.inspect_container("their-container")["State"]["Running"]
        api.remove_container("their-container", force=True, v=True)
    finally:
        private.stop(claim)
        os.close(claim)


def busybox(rootfs: Path) -> bytes:
    """A tar of Debian's busybox and its libraries, enough for a container."""
    libraries = [f"usr/lib/*-linux-gnu/{name}.so.*" for name in ("libc", "libresolv", "ld-linux*")]
    files = ["usr/bin/busybox", "lib64", "usr/lib64/ld-linux*", *libraries]
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for path in (path for pattern in files for path in rootfs.glob(pattern)):
            archive.add(path, arcname=str(path.relative_to(rootfs)))
    return packed.getvalue()
