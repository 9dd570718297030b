"""A user who is not root, but may use Docker, and whose cache has the host image alone. No registry with Docker's own
images can be reached by tests: one on the user's Docker stands for Docker Hub, with ours by the names of those."""

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import docker
import pytest
from docker.types import Mount

from overnet.engines import ENGINES
from overnet.labs import host_images, image_engines
from tests.command_line.copies import Copy
from tests.labs.conftest import small_machine, users_engine
from tests.labs.processes import listing

__all__ = ["small_machine", "users_engine"]

USER = "12345"
# The capability lets the user read what is root's here, the code and the host image, and write nothing of it.
READS = ["--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"]
REGISTRY = ["/usr/bin/sh", "/usr/local/lib/overnet/registry", "false"]  # of the engine's own root file system
PORT = 5000


@pytest.fixture
def hub(small_machine: Path, users_engine: docker.APIClient) -> Iterator[str]:
    """The address, for containers, of a registry with the images of pages, and that of an Engine."""
    api, name = users_engine, "their-registry"
    [images] = small_machine.glob("registry/*/data")
    mounts = [Mount("/usr", "/usr", type="bind"), Mount("/registry", str(images), type="bind")]
    config = api.create_host_config(mounts=mounts, port_bindings={PORT: ("127.0.0.1", PORT)}, tmpfs={"/run": ""})
    api.create_container("theirs:1", REGISTRY, name=name, ports=[PORT], host_config=config)
    api.start(name)
    image, _, tag = ENGINES["29"].image.partition(":")
    image = f"127.0.0.1:{PORT}/library/{image}"
    api.import_image_from_data(programs(), repository=image, tag=tag, changes=['CMD ["sh"]'])
    assert "errorDetail" not in api.push(image, tag)
    api.remove_image(f"{image}:{tag}")
    yield api.inspect_container(name)["NetworkSettings"]["Networks"]["bridge"]["IPAddress"]
    api.remove_container(name, force=True, v=True)


def programs() -> bytes:
    """A tar of Debian's programs, where the image of an Engine has them."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in image_engines.NAMES.split():
            path = next(host_images.rootfs().glob(f"usr/*bin/{name}"))
            archive.add(path.resolve(), arcname=f"usr/local/bin/{name}")
    return packed.getvalue()


def test_they_prove_a_page_on_the_engine_of_an_image(
    again: Copy, hub: str, users_engine: docker.APIClient, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    copy = Copy(again.folder, home / ".cache/overnet")
    host = copy.cache / "host" / host_images.path().name
    host.parent.mkdir(parents=True)
    host.symlink_to(host_images.path())
    copy.edit("overnet/labs/run.py", '"bridge", mounts=[mount]', f'"bridge", mounts=[mount], command=["{hub}"]')
    for folder in (home, copy.folder):
        subprocess.run(["chown", "--recursive", "--no-dereference", f"{USER}:{USER}", folder], check=True)
    before = listing(users_engine)
    group = os.stat(os.environ["DOCKER_HOST"].removeprefix("unix://")).st_gid
    ids = ["--reuid", USER, "--regid", USER, "--groups", str(group)]
    done = subprocess.run(
        ["setpriv", *ids, *READS, sys.executable, "-m", "overnet", "prove", "networks", "--engine", "29"],
        cwd=copy.folder,
        env={"PATH": os.environ["PATH"], "DOCKER_HOST": os.environ["DOCKER_HOST"], "HOME": str(home)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "1 page, 2 of 2 tracks proven" in done.stdout
    assert "no registry answers" not in done.stderr
    assert copy.left() == []
    assert listing(users_engine) == before
    kept = [path for path in copy.cache.rglob("*") if path != host]
    assert {path.suffix for path in kept if path.is_file()} >= {".json", ".tar", ".origin"}
    assert [path for path in kept if path.lstat().st_uid != int(USER)] == []
