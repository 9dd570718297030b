"""The host images: what is in them, Debian with a Docker Engine and the tools of pages, and where they are kept."""

import hashlib
import importlib.metadata
from pathlib import Path

import docker

from overnet import cache
from overnet.engines import ENGINES, REFERENCE, source
from overnet.errors import Problem
from overnet.labs import debian
from overnet.labs.by_docker import Builder
from overnet.project import STAND_INS

REPOSITORY = "overnet-host"
FILES = [
    Path(__file__).parent / "files" / "host" / name
    for name in ("entrypoint", "services", "registry", "features", "nfs", "systemctl")
]
PACKAGES = [
    "iptables",
    "nftables",
    "docker-registry",
    "dnsmasq-base",
    "slirp4netns",
    "tini",
    "attr",
    "bind9-dnsutils",
    "bridge-utils",
    "busybox",
    "ca-certificates",
    "conntrack",
    "curl",
    "e2fsprogs",
    "ethtool",
    "firewalld",
    "fuse-overlayfs",
    "iproute2",
    "iputils-ping",
    "ipvsadm",
    "jq",
    "kmod",
    "less",
    "mount",
    "netcat-openbsd",
    "nfs-kernel-server",
    "procps",
    "python3",
    "tcpdump",
    "tree",
    "ufw",
    "util-linux",
]
SDK = ["docker", "requests", "urllib3", "idna", "certifi", "charset-normalizer"]
APT = [
    '--aptopt=APT::Install-Recommends "0"',
    '--aptopt=Acquire::Languages "none"',
    '--aptopt=Acquire::Check-Valid-Until "false"',  # the newest suite's index is past its date
]
CHANGES = [
    'ENTRYPOINT ["tini", "--", "sh", "/usr/local/lib/overnet/entrypoint"]',
    "ENV LANG=C.UTF-8 TZ=UTC PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "VOLUME /var/lib/docker /var/lib/containerd",
    "WORKDIR /root",
]


def key(engine: str = REFERENCE) -> str:
    """Return the name of an engine's host image: a hash of all that goes into it."""
    recipe = [*_options(engine), *_sdk(), *CHANGES, *(path.read_text("utf-8") for path in FILES)]
    recipe += [image] if (image := source(engine).image) else []
    return hashlib.sha256("\0".join(recipe).encode()).hexdigest()[:12]


def tag(engine: str = REFERENCE) -> str:
    """Return what an engine of ours calls a host image."""
    return f"{REPOSITORY}:{key(engine)}"


def path(engine: str = REFERENCE) -> Path:
    """Return where the cache has a host image's root file system, or will have it."""
    return _tar(key(engine))


def origin(engine: str) -> str:
    """Return where the Engine in a host image is from: Debian's suite, or the image that had it, with its digest."""
    there, noted = source(engine), path(engine).with_suffix(".origin")
    if not there.image:
        return f"Debian {there.suite}"
    return noted.read_text("utf-8").strip() if noted.exists() else "a host image that the cache had"


def tar(engine: str = REFERENCE, builder: Builder | None = None) -> Path:
    """Return a host image's root file system as a tar, building it if the cache has none (a minute), with a builder for
    machines without mmdebstrap. One with the programs of an image must be there (see image_engines.py)."""
    there = path(engine)
    if not there.exists():
        with cache.locked(there.parent / "lock"):
            if not there.exists():
                debian.build(there, ENGINES[engine].suite, _options(engine), FILES, _sdk(), builder)
                _prune(there.parent)
    return there


def rootfs() -> Path:
    """Return the reference's host image as a folder, extracted if need be. Needs root."""
    packed = tar()
    folder = packed.with_suffix("")
    if folder.exists():
        return folder
    with cache.locked(packed.parent / "lock"):
        if not folder.exists():
            part = folder.with_suffix(".part")
            debian.remove(part)
            part.mkdir()
            debian.call(["tar", "--extract", "--file", packed, "--directory", part], "cannot extract the host image")
            part.rename(folder)
    return folder


def load(api: docker.APIClient, engine: str, tag: str, labels: dict[str, str], builder: Builder | None) -> None:
    """Import the host image of `engine` into an outer engine under a tag, unless that is there; builder: as for tar."""
    if api.images(name=tag):
        return
    repository, _, version = tag.partition(":")
    changes = CHANGES + [f"LABEL {name}={value}" for name, value in labels.items()]
    answer = api.import_image(str(tar(engine, builder)), repository=repository, tag=version, changes=changes)
    if "errorDetail" in answer:
        raise Problem(f"the engine did not take the host image: {answer.strip()}")


def unload(api: docker.APIClient) -> None:
    """Remove from an engine of ours the host images that the cache has no more."""
    for image in api.images(REPOSITORY):
        for tag in image["RepoTags"]:
            if not _tar(tag.partition(":")[2]).exists():
                api.remove_image(tag)


def _tar(key: str) -> Path:
    return cache.folder("host") / f"{key}.tar"


def _options(engine: str) -> list[str]:
    """The options of mmdebstrap that decide what is in the image of `engine`."""
    there = source(engine)
    packages = {*PACKAGES, *there.packages}
    if there.suite == ENGINES[REFERENCE].suite:  # on which the stand-ins are built
        packages |= {name for path in STAND_INS.glob("*/packages") for name in path.read_text("utf-8").split()}
    return [
        "--variant=apt",
        "--skip=output/dev",
        "--include=" + ",".join(sorted(packages)),
        *APT,
        *(f"--dpkgopt=path-exclude=/usr/share/{part}/*" for part in ("man", "doc", "locale", "info")),
        '--customize-hook=rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/* "$1"/etc/hostname',
        '--customize-hook=echo > "$1"/etc/resolv.conf',
        '--customize-hook=ln -s ../lib/overnet/systemctl "$1"/usr/local/bin/systemctl',
        '--customize-hook=echo ". /usr/local/lib/overnet/nfs" > "$1"/etc/default/nfs-kernel-server',
        there.suite,
    ]


def _sdk() -> list[str]:
    """The Docker SDK and what it needs, as requirements, in the versions that run here."""
    return [f"{name}=={importlib.metadata.version(name)}" for name in SDK]


def _prune(folder: Path) -> None:
    """Keep this tree's host images, and the newest of those before them, which may still be in use."""
    current = {f"{key(engine)}.tar" for engine in ENGINES}
    before = [path for path in folder.glob("*.tar") if path.name not in current]
    for old in sorted(before, key=lambda path: path.stat().st_mtime)[:-1]:
        old.unlink()
        old.with_suffix(".origin").unlink(missing_ok=True)
        debian.remove(old.with_suffix(""))
