"""A run of the harness: an outer engine, the host image, and the registry, from which it makes labs."""

import contextlib
import itertools
import json
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import docker
from docker.types import Mount

from overnet import cache, images, private, registry
from overnet.engine import Engine, users
from overnet.engines import REFERENCE
from overnet.errors import Problem, last_lines
from overnet.host import SDK_ERRORS, Host, explained
from overnet.reaper import LABEL, Reaper, sweep

LAB_LABEL = "overnet.lab"
OURS = "/usr/local/lib/overnet"
_SECONDS_TO_START = 60
_FREE_BYTES = 2 * 10**9


class Run:
    """One run of the harness: an outer engine, the host images, the registry, and the labs made of them.

    A context manager; when it ends, in whatever way, all that it made on the engine is removed.
    """

    id: str
    outer: Engine
    api: docker.APIClient
    engine: dict[str, str]  # "version" and "api" of the reference's Docker Engine, and the "kernel" below all
    images: dict[str, dict]  # see registry.fill

    def __init__(self) -> None:
        self._tags: dict[str, str] = {}
        self.lab_numbers = itertools.count(1)
        self._reaper: Reaper | None = None

    def __enter__(self) -> "Run":
        _require_space()
        engine = users() or private.engine()
        images.tar()
        try:
            with explained("the Docker Engine failed while the run was set up"):
                self._open(engine)
                self.registry = registry.fill(self._builder)
                self.engine = {"kernel": self.api.info()["KernelVersion"]}
            record = json.loads((self.registry / "images.json").read_text())
            self.engine |= record["engine"]
            self.images = record["images"]
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove all that the run made, and wait until that is done."""
        if self._reaper:
            self._reaper.close()

    @cached_property
    def features(self) -> set[str]:
        """The kernel features that work on the outer engine (names: see host/features)."""
        name = f"overnet-{self.id}-features"
        # The mount shows whether the engine sees this machine's files.
        mount = Mount("/cache", str(cache.folder()), type="bind", read_only=True)
        with explained("the Docker Engine cannot run labs"), self._temporary(name):
            self.start(name, name, "none", entrypoint=["sh", f"{OURS}/features"], mounts=[mount])
            self.api.wait(name)
            return set(self.api.logs(name, stderr=False).decode().split())

    def start(
        self,
        name: str,
        lab: str,
        network: str,
        mounts: Sequence[Mount] = (),
        engine: str = REFERENCE,
        **options: object,
    ) -> None:
        """Create and start a privileged container of a host image; options: as `create_container` of the SDK."""
        labels = {LABEL: self.id, LAB_LABEL: lab}
        config = self.api.create_host_config(privileged=True, network_mode=network, mounts=list(mounts))
        self.api.create_container(self._image(engine), name=name, host_config=config, labels=labels, **options)
        self.api.start(name)

    def _open(self, engine: Engine) -> None:
        """Use an outer engine; if it is a user's and cannot run labs, use a private one where that is possible."""
        self.id = secrets.token_hex(4)
        self.outer = engine
        self._reaper = Reaper(engine, self.id)
        try:
            if engine.private:
                private.start(images.rootfs())
            self.api = engine.client()
            self._image(REFERENCE)
            if not engine.private:
                self.features  # noqa: B018 - that they can be found out shows that the engine can run hosts
        except (Problem, *SDK_ERRORS) as error:
            if engine.private or not private.can_run():
                raise
            print(f"{error}; a private engine is used instead", file=sys.stderr)
            self.close()
            self._tags.clear()
            self._open(private.engine())

    def _image(self, engine: str) -> str:
        """The tag of an engine's host image, which the outer engine has from then on."""
        if engine not in self._tags:
            tag = f"overnet-host:{images.key(engine) if self.outer.private else f'{self.id}-{engine}'}"
            # On a user's engine, nothing may stay after the run.
            labels = {} if self.outer.private else {LABEL: self.id}
            with cache.locked(cache.folder("engine") / "image.lock"):
                images.load(self.api, engine, tag, labels)
            self._tags[engine] = tag
        return self._tags[engine]

    @contextlib.contextmanager
    def _builder(self, data: Path) -> Iterator[Host]:
        name = f"overnet-{self.id}-builder"
        mount = Mount("/registry", str(data), type="bind")
        outward = private.outward() if self.outer.private else contextlib.nullcontext()
        with self._temporary(name), outward:
            self.start(name, name, "bridge", mounts=[mount])
            builder = Host(self.api, "builder", name, "")
            wait_for_engine(builder)
            yield builder

    @contextlib.contextmanager
    def _temporary(self, name: str) -> Iterator[None]:
        try:
            yield
        finally:
            sweep(self.api, f"{LAB_LABEL}={name}")


def wait_for_engine(host: Host, also: str = "true") -> None:
    """Wait until the host's Docker Engine answers, and a command succeeds; a Problem with its log if it does not."""
    loop = f"until docker version > /dev/null 2>&1 && {also}; do sleep 0.05; done"
    log = "no answer"
    try:
        code, _ = host.run(["timeout", str(_SECONDS_TO_START), "sh", "-c", loop])
    except Problem:
        code = 1
    if code:
        with contextlib.suppress(*SDK_ERRORS):
            log = last_lines(host.api.logs(host.container, tail=5), 5)
        raise Problem(f"host {host.name}: its Docker Engine did not start: {log}")


def _require_space() -> None:
    folder = cache.folder()
    if (free := shutil.disk_usage(folder).free) < _FREE_BYTES:
        raise Problem(
            f"{folder} has {free // 10**6} MB of free space and {_FREE_BYTES // 10**6} MB are needed: "
            "make room, or set OVERNET_CACHE to a folder on another disk"
        )
