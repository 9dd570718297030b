"""The Docker Engine of an image, such as docker:29-dind: its programs, put into the reference's host image."""

import os
import shutil
import tarfile
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from overnet import cache
from overnet.engines import is_image, source
from overnet.errors import NotHere, Problem, last_lines
from overnet.labs import carried, host_images
from overnet.labs.host import Host
from overnet.progress import doing

# As the image `docker` has them: https://github.com/docker-library/docker/blob/master/Dockerfile-dind.template
NAMES = "containerd containerd-shim-runc-v2 ctr docker docker-init docker-proxy dockerd runc"
TAKE = """
timeout 300 docker pull --quiet "$1"
docker image inspect --format '{{index .RepoDigests 0}}' "$1" > /registry/origin
id=$(docker create "$1")
mkdir -p /registry/usr/local/bin /registry/usr/local/libexec/docker
for name in $3; do docker cp "$id:/usr/local/bin/$name" /registry/usr/local/bin/; done
docker cp "$id:/usr/local/libexec/docker/cli-plugins" /registry/usr/local/libexec/docker/ || true
chown -R "$2" /registry
"""


class Programs:
    """What one run takes from images. `builder` gives, for the folder to be at /registry, a host with a network."""

    def __init__(self, builder: Callable[[Path], AbstractContextManager[Host]]) -> None:
        self._builder = builder
        self._failed: dict[str, Problem] = {}
        self._lock = threading.Lock()

    def require(self, engine: str) -> None:
        """Make the host image of an engine that an image has, unless the cache has it; tried once. Raises NotHere where
        no registry answers, and Problem if it was the user who named the image."""
        if not source(engine).image:
            return
        with self._lock:
            if not host_images.path(engine).exists() and engine not in self._failed:
                try:
                    self._put(engine)
                except Problem as problem:
                    self._failed[engine] = problem if is_image(engine) else NotHere(str(problem))
        if engine in self._failed:
            raise self._failed[engine]

    def _put(self, engine: str) -> None:
        # Two runs may want it at once.
        with cache.locked(host_images.path(engine).with_suffix(".lock")):
            if not host_images.path(engine).exists():
                with TemporaryDirectory(dir=cache.folder("host")) as folder:
                    with self._builder(Path(folder)) as host:
                        _take(engine, host)
                    _add(engine, Path(folder))


@doing("taking an Engine out of its image")
def _take(engine: str, builder: Host) -> None:
    """Put the programs of an engine's image into /registry. builder: a host with a network. Raises Problem where no
    registry has the image, and where the image is of another kind."""
    image = source(engine).image
    code, output = builder.run(["sh", "-ec", TAKE, "take", image, f"{os.getuid()}:{os.getgid()}", NAMES])
    if code:
        raise Problem(f"engine {engine}: the programs of {image} were not taken: {last_lines(output)}")


def _add(engine: str, folder: Path) -> None:
    """Make the host image of an engine, with the programs that were taken into `folder`."""
    made = host_images.path(engine)
    part = made.with_suffix(".part")
    shutil.copy(host_images.tar(), part)
    with tarfile.open(part, "a") as archive:
        carried.pack(
            archive, folder, [*(f"usr/local/bin/{name}" for name in NAMES.split()), "usr/local/libexec/docker"]
        )
    shutil.copy(folder / "origin", made.with_suffix(".origin"))
    part.rename(made)
