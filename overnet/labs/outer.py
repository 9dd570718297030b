"""An outer engine as one run uses it: containers of the host images on it, and what its kernel can do."""

import contextlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import docker
from docker.types import Mount

from overnet import cache
from overnet.engines import REFERENCE
from overnet.errors import Problem, last_lines
from overnet.labs import carried, host_images
from overnet.labs.by_docker import Builder
from overnet.labs.engine import Engine
from overnet.labs.host import SDK_ERRORS, Host, explained
from overnet.labs.reaper import LABEL, sweep

LAB_LABEL = "overnet.lab"
OURS = "/usr/local/lib/overnet"
_SECONDS_TO_START = 60


class Outer:
    """run: the run's id; engine, api: the Docker Engine, and a client of it; registry: the folder that serves the
    images of labs (see serve), as a private engine sees it; patience: how many times longer than elsewhere things may
    take here; default_engine: the engine whose host image is used where none is named. `ready` is what a lab that runs
    here already says of itself (see Lab.describe), if there is one to be taken."""

    def __init__(
        self,
        run: str,
        engine: Engine,
        api: docker.APIClient,
        registry: Path,
        patience: int = 1,
        default_engine: str = REFERENCE,
    ) -> None:
        self.run, self.engine, self.api, self.registry = run, engine, api, registry
        self.patience, self.default_engine = patience, default_engine
        self.lab_numbers = itertools.count(1)
        self.ready: dict | None = None
        self._tags: dict[str, str] = {}

    @cached_property
    def kernel(self) -> str:
        """The version of the kernel below all labs."""
        return self.api.info()["KernelVersion"]

    @cached_property
    def features(self) -> set[str]:
        """The kernel features that work on the outer engine (names: see files/host/features)."""
        name = f"overnet-{self.run}-features"
        with explained("the Docker Engine cannot run labs"), self.temporary(name):
            self.start(name, name, "none", entrypoint=["sh", f"{OURS}/features"])
            self.api.wait(name)
            return set(self.api.logs(name, stderr=False).decode().split())

    def start(
        self,
        name: str,
        lab: str,
        network: str,
        mounts: Sequence[Mount] = (),
        engine: str | None = None,
        sysctls: Mapping[str, str] = {},
        **options: object,
    ) -> None:
        """Create and start a privileged container of a host image; options: as `create_container` of the SDK."""
        labels = {LABEL: self.run, LAB_LABEL: lab}
        config = self.api.create_host_config(
            privileged=True, network_mode=network, mounts=list(mounts), sysctls=dict(sysctls)
        )
        self.api.create_container(
            self.image(engine or self.default_engine), name=name, host_config=config, labels=labels, **options
        )
        self.api.start(name)

    def image(self, engine: str) -> str:
        """The tag of an engine's host image, which the outer engine has from then on."""
        if engine not in self._tags:
            tag = (
                host_images.tag(engine)
                if self.engine.private
                else f"{host_images.REPOSITORY}:{self.run}-{host_images.key(engine)}"
            )
            # On a user's engine, nothing may stay after the run.
            labels = {} if self.engine.private else {LABEL: self.run}
            with cache.locked(cache.folder("engine") / "image.lock"):
                host_images.load(self.api, engine, tag, labels, self.builder)
            self._tags[engine] = tag
        return self._tags[engine]

    def serve(self, registry: Path) -> None:
        """Let labs have the images of a registry's folder on this machine. A user's engine, which need not see it, has
        a copy in a volume, which goes with the run."""
        self.registry = registry
        if self.engine.private:
            return
        name = self.images["Source"]
        self.api.create_volume(name, labels={LABEL: self.run})
        with self.temporary(name):
            self.start(name, name, "none", [Mount("/registry", name)], entrypoint=["true"])
            carried.into(self.api, name, "/registry", registry, ["."])

    @property
    def images(self) -> Mount:
        """What the services of labs have at /registry."""
        kind, source = ("bind", str(self.registry)) if self.engine.private else ("volume", f"overnet-{self.run}-images")
        return Mount("/registry", source, type=kind, read_only=True)

    @property
    def builder(self) -> Builder | None:
        """What makes root file systems for machines without mmdebstrap (see builder_of)."""
        return builder_of(self.engine, self.run)

    @contextlib.contextmanager
    def temporary(self, name: str) -> Iterator[None]:
        """While open, there may be a container that was started with this name and as this lab."""
        try:
            yield
        finally:
            sweep(self.api, f"{LAB_LABEL}={name}")


def builder_of(engine: Engine, run: str) -> Builder | None:
    """What makes root file systems for machines without mmdebstrap: a user's engine. A private one is only where
    mmdebstrap is, too."""
    return None if engine.private else Builder(engine, f"overnet-{run}-debian", {LABEL: run})


def wait_for_engine(host: Host, also: str = "true") -> None:
    """Wait until the host's Docker Engine answers, and a command succeeds; a Problem with its log if it does not."""
    answers = "curl --silent --fail --output /dev/null --unix-socket /run/docker.sock http://localhost/_ping"
    loop = f"until test -S /run/docker.sock && {answers} && {also}; do sleep 0.05; done"
    log = "no answer"
    try:
        code, _ = host.run(["timeout", str(_SECONDS_TO_START * host.patience), "sh", "-c", loop])
    except Problem:
        code = 1
    if code:
        with contextlib.suppress(*SDK_ERRORS):
            log = last_lines(host.api.logs(host.container, tail=5), 5)
        raise Problem(f"host {host.name}: its Docker Engine did not start: {log}")
