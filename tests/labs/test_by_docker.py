"""Where this machine has no mmdebstrap, the user's Docker Engine has it. No registry with Debian's image can be reached
by tests: what they call by its name is the host image, which is Debian too, or a script instead of mmdebstrap."""

import io
import shutil
import tarfile
from pathlib import Path

import docker
import pytest

from overnet.engines import ENGINES, REFERENCE
from overnet.errors import Problem
from overnet.labs import by_docker, carried, debian, host_images, private
from overnet.labs.by_docker import IMAGE, Builder
from overnet.labs.run import Run
from tests.labs.conftest import busybox
from tests.labs.processes import listing

SCRIPT = b"""#!/usr/bin/busybox sh
for made; do :; done
echo "$@" > "$made"
for file in /*.tar; do test "$file" = "$made" || cat "$file" >> "$made"; done
case $1 in fail) echo E: no such suite; exit 25;; esac
"""


# What mmdebstrap takes from where it runs; host images have them removed, or emptied.
THE_MACHINES = {f"./{name}/partial" for name in ("var/lib/apt/lists", "var/cache/apt/archives")}
THE_MACHINES |= {"./etc/resolv.conf", "./etc/hostname"}


def builder() -> Builder:
    return Builder(private.engine(), "overnet-test", {"overnet.run": "test"})


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine has no mmdebstrap, and no apt-get to install it."""
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name in ("mmdebstrap", "apt-get") else which(name))


def script(api: docker.APIClient) -> None:
    """Give an engine an image with the name of Debian's, whose mmdebstrap writes down what it was given."""
    packed = io.BytesIO(busybox(host_images.rootfs()))
    with tarfile.open(fileobj=packed, mode="a") as archive:
        member = tarfile.TarInfo("bin/mmdebstrap")
        member.size, member.mode = len(SCRIPT), 0o755
        archive.addfile(member, io.BytesIO(SCRIPT))
        for name in ("sh", "cat"):
            member = tarfile.TarInfo(f"bin/{name}")
            member.type, member.linkname = tarfile.SYMTYPE, "/usr/bin/busybox"
            archive.addfile(member)
    repository, _, tag = IMAGE.partition(":")
    api.import_image_from_data(packed.getvalue(), repository=repository, tag=tag)


def test_a_machine_with_neither_is_told_of_both(lacking: None, tmp_path: Path) -> None:
    said = (
        "^no image: mmdebstrap is needed: install it by `sudo apt-get .*`.*, or start Docker, which has it in a conta"
    )
    with pytest.raises(Problem, match=said):
        debian.mmdebstrap(["trixie"], tmp_path / "made.tar", "no image")


def test_docker_is_not_asked_where_mmdebstrap_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called = []
    monkeypatch.setattr(debian, "call", lambda argv, what, environment: called.append(argv))
    monkeypatch.setattr(Builder, "mmdebstrap", None)
    debian.mmdebstrap(["trixie"], tmp_path / "made.tar", "no image", builder())
    assert called[0][-3:] == ["mmdebstrap", "trixie", tmp_path / "made.tar"]


def test_files_go_in_and_the_result_comes_out(users_engine: docker.APIClient, lacking: None, tmp_path: Path) -> None:
    script(users_engine)
    before = listing(users_engine)
    made, extra = tmp_path / "made.tar", tmp_path / "extra.tar"
    extra.write_text("ours\n" * 10**6)
    debian.mmdebstrap(["--variant=apt", "a b"], made, "no image", builder(), extra)
    line = "--customize-hook=tar-in /extra.tar / --variant=apt a b /made.tar\n"
    assert made.read_text() == line + extra.read_text()
    assert listing(users_engine) == before


def test_a_failure_is_told_and_leaves_nothing(users_engine: docker.APIClient, lacking: None, tmp_path: Path) -> None:
    script(users_engine)
    before = listing(users_engine)
    with pytest.raises(Problem, match=rf"^no image in a container of {IMAGE}: .*E: no such suite$"):
        debian.mmdebstrap(["fail"], tmp_path / "made.tar", "no image", builder())
    assert listing(users_engine) == before


def test_an_image_that_was_pulled_goes(
    users_engine: docker.APIClient, lacking: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, pulled = listing(users_engine), []
    monkeypatch.setattr(docker.APIClient, "pull", lambda api, name: (script(api), pulled.append(name)))
    debian.mmdebstrap(["trixie"], tmp_path / "made.tar", "no image", builder())
    assert pulled == [IMAGE] and listing(users_engine) == before


def test_an_image_that_cannot_be_pulled_is_told(
    users_engine: docker.APIClient, lacking: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_docker, "IMAGE", "127.0.0.1:1/debian:none")
    with pytest.raises(Problem, match=r"^no image in a container of 127.0.0.1:1/debian:none: .*refused"):
        debian.mmdebstrap(["trixie"], tmp_path / "made.tar", "no image", builder())


def test_both_ways_make_the_same(run: Run, tmp_path: Path) -> None:
    """The real mmdebstrap, here and in a container, which gets it by apt-get, from Debian's mirror."""
    api = run.outer.api
    api.tag(host_images.tag(), *IMAGE.split(":"))
    (tmp_path / "ours").write_text("ours")
    extra = tmp_path / "extra.tar"
    with tarfile.open(extra, "w") as archive:
        carried.pack(archive, tmp_path, ["ours"])
    options = ["--variant=extract", "--include=busybox-static", *host_images.APT, ENGINES[REFERENCE].suite]
    here, there = tmp_path / "here.tar", tmp_path / "there.tar"
    try:
        debian.mmdebstrap([f"--extract-hook=tar-in {extra} /", *options], here, "here")
        with private.outward():
            hook = "--extract-hook=tar-in /extra.tar /"
            Builder(run.outer.engine, "overnet-test", {}).mmdebstrap([hook, *options], there, "there", extra)
    finally:
        api.remove_image(IMAGE)
    assert members(here) == members(there)
    assert "./ours" in members(here) and "./usr/bin/busybox" in members(here)


def members(path: Path) -> dict[str, tuple]:
    with tarfile.open(path) as archive:
        found = {one.name: (one.type, one.mode, one.uid, one.gid, one.linkname, one.size) for one in archive}
    return {name: found[name] for name in found.keys() - THE_MACHINES}
