"""The engine of an image: taken from a registry, put into the host image, and running in labs."""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from overnet.engines import ENGINES
from overnet.errors import NotHere, Problem
from overnet.labs import host_images
from overnet.labs.host import Host
from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.pages.published import Page
from overnet.proving import prover
from overnet.proving.items import Item
from overnet.receipts import store
from overnet.snippets.walkthrough import load

IMAGE = f"127.0.0.1:5000/library/engine:{os.getpid()}"  # of its own in each process of tests
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
    monkeypatch.setitem(ENGINES, "29", replace(ENGINES["29"], image=IMAGE))
    yield
    run.outer.api.remove_image(run.outer.image(IMAGE))
    run.outer._tags.clear()
    for suffix in (".tar", ".origin", ".lock"):
        host_images.path(IMAGE).with_suffix(suffix).unlink(missing_ok=True)


def test_a_lab_runs_the_engine_of_an_image(run: Run, published: None) -> None:
    with run.place([], "29") as outer, Lab(outer, "image", ["node1"], engine="29") as lab:
        host = lab.hosts["node1"]
        assert host.run(["sh", "-c", "readlink /proc/$(pgrep -o dockerd)/exe"]) == (0, b"/usr/local/bin/dockerd\n")
        assert host.run(["docker", "pull", "-q", "alpine"])[0] == 0
        assert host.run(["docker", "run", "--rm", "alpine", "true"]) == (0, b"")
        assert host.run(["docker", "compose", "version"])[0] == 0
    assert re.fullmatch(rf"{re.escape(IMAGE.rpartition(':')[0])}@sha256:[0-9a-f]{{64}}", host_images.origin("29"))


def test_a_receipt_has_the_digest_of_the_image(run: Run, published: None, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(store, "BUILD", tmp_path)
    (tmp_path / "page").mkdir()
    (tmp_path / "page/lab.yml").write_text("hosts: {node1: 192.0.2.11}\nminutes: 1\n")
    (tmp_path / "page/run.console").write_text("$ docker network ls --quiet --filter name=none | wc -l\n1\n")
    page = load("page", tmp_path)
    item = Item(Page("en", "page", tmp_path / "page.md"), page, "Shell", list(page.snippets.values()), "29")
    result, record, said = prover._result(run, item)
    assert said.startswith("✓ page (Shell, 29): 1 block,"), result.failure
    assert record.origin == host_images.origin("29")
    assert "@sha256:" in host_images.origin("29")


def test_an_image_that_is_not_there_is_told(run: Run) -> None:
    taken = f"^engine {re.escape(IMAGE)}: the programs of {re.escape(IMAGE)} were not taken: "
    with pytest.raises(Problem, match=taken) as found:
        run.place([], IMAGE).__enter__()
    assert not isinstance(found.value, NotHere)
    assert not host_images.path(IMAGE).exists()


def test_an_engine_of_ours_that_no_registry_has_is_not_here(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "29", replace(ENGINES["29"], image=f"{IMAGE}-absent"))
    with pytest.raises(NotHere, match=f"^engine 29: the programs of {re.escape(IMAGE)}-absent were not taken: "):
        run.place([], "29").__enter__()
