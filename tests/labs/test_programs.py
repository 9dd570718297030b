"""The engine of an image: taken from a registry, put into the host image, and running in labs."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.labs import images
from overnet.labs.host import Host
from overnet.labs.lab import Lab
from overnet.labs.run import Run

IMAGE = "127.0.0.1:5000/library/engine:1"
# No registry with Docker's own image can be reached by tests: this one has Debian's programs where that has its own.
PUBLISH = f"""
sh /usr/local/lib/overnet/registry false > /dev/null 2>&1 &
mkdir -p /tmp/image/usr/local/bin
for name in containerd containerd-shim-runc-v2 ctr docker docker-init docker-proxy dockerd runc; do
    cp "$(command -v "$name" || ls /usr/libexec/docker/$name /usr/lib/docker/$name 2> /dev/null)" /tmp/image/usr/local/bin
done
mkdir -p /tmp/image/usr/local/libexec/docker
cp -r /usr/libexec/docker/cli-plugins /tmp/image/usr/local/libexec/docker/
tar -C /tmp/image -c . | docker import --change 'CMD ["sh"]' - {IMAGE}
docker push --quiet {IMAGE}
docker image rm {IMAGE}
"""


@pytest.fixture
def published(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The builder, with a registry in it that has the image."""
    builder = run._builder

    @contextlib.contextmanager
    def with_registry(data: Path) -> Iterator[Host]:
        with builder(data) as host:
            status, output = host.run(["sh", "-ec", PUBLISH])
            assert status == 0, output.decode()
            yield host

    monkeypatch.setattr(run, "_builder", with_registry)
    yield
    images.path(IMAGE).unlink()
    run.outer.api.remove_image(run.outer.image(IMAGE))


def test_a_lab_runs_the_engine_of_an_image(run: Run, published: None) -> None:
    run.take(IMAGE)
    with Lab(run.outer, "image", ["node1"], engine=IMAGE) as lab:
        host = lab.hosts["node1"]
        assert host.run(["sh", "-c", "readlink /proc/$(pgrep -o dockerd)/exe"]) == (0, b"/usr/local/bin/dockerd\n")
        assert host.run(["docker", "pull", "-q", "alpine"])[0] == 0
        assert host.run(["docker", "run", "--rm", "alpine", "true"]) == (0, b"")
        assert host.run(["docker", "compose", "version"])[0] == 0


def test_an_image_that_is_not_there_is_told(run: Run) -> None:
    with pytest.raises(Problem, match=f"^engine {re.escape(IMAGE)}: its programs were not taken: "):
        run.take(IMAGE)
    assert not images.path(IMAGE).exists()
