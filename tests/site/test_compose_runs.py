"""Compose files as a reader starts them: their hosts carry the page, and nothing of them is left."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytest
import yaml

from overnet.engines import ENGINES, NEWEST_FIRST, REFERENCE
from overnet.labs import host_images, private
from overnet.labs.host import Host
from overnet.labs.outer import wait_for_engine
from overnet.labs.run import Run
from overnet.labs.stream import Stream
from overnet.proving import items, left_behind, track
from overnet.proving.items import Item
from overnet.site.compose import PROVEN, compose
from overnet.site.expansion import expand
from overnet.snippets.walkthrough import Walkthrough, load

NEWEST = NEWEST_FIRST[0]
IMAGE = ENGINES[NEWEST].image
HUB = "198.18.254.1"  # where the images of pages are served, if no registry answers
# Where none does, the reader's own root file system takes the image's place: Debian, with the Engine and the tools of
# pages. What the file asks of the image is its entrypoint, with its argument, and `apk`.
STAND_IN = f"""
ip address add {HUB} dev lo
sh /usr/local/lib/overnet/registry > /dev/null 2>&1 &
dnsmasq --user=root --no-resolv --no-hosts --local=/#/
echo nameserver 127.0.0.1 > /etc/resolv.conf
cat > /usr/local/bin/dockerd-entrypoint.sh <<'END'
#!/bin/sh
test "$*" = dockerd
exec docker-init -- sh /usr/local/lib/overnet/entrypoint \
    --registry-mirror "http://{HUB}:5000" --insecure-registry "{HUB}:5000"
END
cat > /usr/local/bin/apk <<'END'
#!/bin/sh
test "$1 $2" = "add -q"
END
chmod +x /usr/local/bin/dockerd-entrypoint.sh /usr/local/bin/apk
cd /usr/local
# What these hide is left out.
hidden=$(cd bin; for name in *; do echo "--exclude=./usr/bin/$name --exclude=./usr/sbin/$name"; done)
test ! -e libexec/docker || hidden="$hidden --exclude=./usr/libexec/docker"
tar -cC / --one-file-system --exclude='./run/*' --exclude='./usr/local/bin/systemctl' $hidden . |
    docker import -c 'VOLUME /var/lib/docker' -c '{host_images.CHANGES[1]}' - {IMAGE}
"""
GRAPH = ["--feature", "containerd-snapshotter=false"]  # which does not compress what it imports


@dataclass(frozen=True)
class Service(Host):
    """A host that is a service of a Compose file, which was started on `reader`."""

    reader: Host | None = None

    def spawn(self, argv: Sequence[str], env: Mapping[str, str] = {}) -> Stream:
        settings = [word for key, value in env.items() for word in ("--env", f"{key}={value}")]
        return self.reader.spawn(["docker", "exec", "-i", "--workdir", "/root", *settings, self.container, *argv])


@dataclass(frozen=True)
class Lab:
    """What a track asks of a lab."""

    hosts: dict[str, Host]


@pytest.fixture(scope="module")
def real(run: Run) -> bool:
    """Whether a registry answers, which has the image itself."""
    return any(image["source"] == "registry" for image in run.images.values())


@pytest.fixture(scope="module")
def engine() -> str:
    """That of the reader's machine, and of what stands for the image."""
    return NEWEST if host_images.path(NEWEST).exists() else REFERENCE


@pytest.fixture(scope="module")
def reader(run: Run, real: bool, engine: str) -> Iterator[Host]:
    """A machine with Docker, Compose, and the image that the files name, or what stands for it."""
    name = f"overnet-{run.id}-reader"
    images = run.outer.images
    outward = private.outward() if real and run.outer.engine.private else contextlib.nullcontext()
    with run.outer.temporary(name), outward:
        run.outer.start(name, name, "bridge", engine=engine, mounts=[images], command=GRAPH)
        reader = Host(run.outer.api, "reader", name, "")
        wait_for_engine(reader)
        said(reader, ["timeout", "300", "docker", "pull", IMAGE] if real else ["bash", "-ec", STAND_IN])
        yield reader


@pytest.fixture(scope="module")
def tracks(real: bool, engine: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Item]:
    """The Shell tracks of the pages, as they are on the Engine of the image."""
    english = [page for page in expand(PROVEN, tmp_path_factory.mktemp("published")) if page.language == "en"]
    found = items.items(english, [load(name) for name in PROVEN], [NEWEST if real else engine])
    return {item.page.name: item for item in found if item.track == "Shell"}


@pytest.mark.parametrize("page", PROVEN)
def test_its_hosts_carry_the_page(page: str, real: bool, reader: Host, tracks: dict[str, Item]) -> None:
    with started(reader, tracks[page].walkthrough) as hosts:
        if real:
            for host in hosts.values():
                said(host, ["apk", "add", "-q", "python3"])  # which measures diagrams
        before = left_behind.states(hosts)
        track.perform(tracks[page], Lab(hosts))
        assert left_behind.left(hosts, before, tracks[page].walkthrough.images) == []
    for what in ("container ls --all", "network ls --filter type=custom", "volume ls"):
        assert said(reader, ["docker", *what.split(), "--quiet"]) == "", what


@contextlib.contextmanager
def started(reader: Host, there: Walkthrough) -> Iterator[dict[str, Host]]:
    """While open, the hosts of the page's Compose file are there, as the reader starts them."""
    file = compose(there)
    docker = ["docker", "compose", "--progress", "quiet", "--file", "-"]
    try:
        said(reader, [*docker, "up", "--detach", "--wait"], file.encode())
        project = yaml.safe_load(file)["name"]
        yield {
            name: Service(reader.api, name, f"{project}-{name}-1", first, others=tuple(others), reader=reader)
            for name, (first, *others) in there.places.items()
        }
    finally:
        said(reader, [*docker, "down", "--volumes"], file.encode())


def said(host: Host, argv: list[str], stdin: bytes = b"") -> str:
    """What a program that succeeds prints."""
    status, output = host.run(argv, stdin)
    assert status == 0, output.decode(errors="replace")
    return output.decode()
