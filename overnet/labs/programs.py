"""The Docker Engine of an image, such as docker:29-dind: its programs, put into the reference's host image."""

import os
import shutil
from pathlib import Path

from overnet.engines import source
from overnet.errors import Problem, last_lines
from overnet.labs import debian, images
from overnet.labs.host import Host

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


def put(engine: str, builder: Host, folder: Path) -> None:
    """Make the host image of an engine that an image has. builder: a host with a network, and `folder` at /registry.
    Raises Problem where no registry has the image, and where the image is of another kind."""
    image = source(engine).image
    code, output = builder.run(["sh", "-ec", TAKE, "take", image, f"{os.getuid()}:{os.getgid()}", NAMES])
    if code:
        raise Problem(f"engine {engine}: the programs of {image} were not taken: {last_lines(output)}")
    made = images.path(engine)
    part = made.with_suffix(".part")
    shutil.copy(images.tar(), part)
    options = ["--append", "--file", part, "--owner=0", "--group=0", "--directory", folder]
    added = [f"usr/local/bin/{name}" for name in NAMES.split()] + ["usr/local/libexec/docker"]
    debian.call(["tar", *options, *added], f"engine {engine}: cannot make its host image")
    shutil.copy(folder / "origin", made.with_suffix(".origin"))
    part.rename(made)
