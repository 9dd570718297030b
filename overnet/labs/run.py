"""A run of the harness: the outer engines, the host images, and the registry, of which it makes labs."""

import contextlib
import json
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from docker.types import Mount

from overnet import cache
from overnet.engines import REFERENCE
from overnet.errors import NotHere, Problem
from overnet.labs import carried, host_images, image_engines, page_images, private, qemu, vm
from overnet.labs.engine import Engine, users
from overnet.labs.host import SDK_ERRORS, Host, explained
from overnet.labs.outer import Outer, builder_of, wait_for_engine
from overnet.labs.reaper import Reaper
from overnet.progress import doing

_FREE_BYTES = 2 * 10**9


class Run:
    """One run of the harness: the outer engines, the host images, the registry, and the labs made of them.

    A context manager; when it ends, in whatever way, all that it made on the engine is removed.
    """

    id: str
    outer: Outer
    engine: dict[str, str]  # "version" and "api" of the reference's Docker Engine
    images: dict[str, dict]  # see page_images.fill

    def __init__(self) -> None:
        self._reaper: Reaper | None = None
        self._no_machine: dict[str, Problem] = {}
        self._programs = image_engines.Programs(lambda folder: self._builder(folder))

    @doing("setting up the labs")
    def __enter__(self) -> "Run":
        _require_space()
        engine = users() or private.engine()
        try:
            with explained("the Docker Engine failed while the run was set up"):
                self._open(engine)
                filled = page_images.fill(self._builder)
                self.outer.serve(filled / "data")
            record = json.loads((filled / "images.json").read_text("utf-8"))
            self.engine, self.images = record["engine"], record["images"]
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

    def lacks(self, needs: Iterable[str]) -> list[str]:
        """Those of the kernel features that the kernel below the outer engine does not have."""
        return sorted(set(needs) - self.outer.features) if needs else []

    @contextlib.contextmanager
    def place(self, needs: Iterable[str], engine: str) -> Iterator[Outer]:
        """The outer engine for one lab with these needs and hosts of `engine`: the run's own, or else the one in a
        virtual machine of its own, which ends with the lab. Raises NotHere if there can be none, or no such engine, and
        Problem if it fails or lacks what it is made to have."""
        self._programs.require(engine)
        if not (missing := self.lacks(needs)):
            yield self.outer
            return
        lacks = f"this kernel lacks {', '.join(missing)}"
        name = next(self._machines)
        try:
            machine = self._machine(engine, name)
        except NotHere as problem:
            raise NotHere(f"{lacks}, and there is no virtual machine that has it: {problem}") from None
        except Problem as problem:
            raise Problem(f"{lacks}, and the virtual machine that has it failed: {problem}") from None
        try:
            if missing := sorted(set(needs) - machine.features):
                raise Problem(f"{lacks}, and that of the virtual machine, which should have it, {', '.join(missing)}")
            yield machine
        finally:
            qemu.stop(name)

    def _machine(self, engine: str, name: str) -> Outer:
        """Start a virtual machine for an engine. Raises NotHere or Problem if that fails, which is tried once."""
        if engine not in self._no_machine:
            try:
                with explained("it did not start"):
                    return vm.start(self.outer, engine, name)
            except Problem as problem:
                self._no_machine[engine] = problem
            except OSError as error:
                self._no_machine[engine] = Problem(str(error))
        qemu.stop(name)
        raise self._no_machine[engine]

    def _open(self, engine: Engine) -> None:
        """Use an outer engine; if it is a user's and cannot run labs, use a private one where that is possible."""
        self.id = secrets.token_hex(4)
        self._machines = qemu.names(self.id)
        self._reaper = Reaper(engine, self.id)
        host_images.tar(REFERENCE, builder_of(engine, self.id))
        try:
            if engine.private:
                private.start(host_images.rootfs())
            self.outer = Outer(self.id, engine, engine.client(), cache.folder("registry"))
            self.outer.image(REFERENCE)
            if not engine.private:
                self.outer.features  # noqa: B018 - that they can be found out shows that the engine can run hosts
        except (Problem, *SDK_ERRORS) as error:
            if engine.private or not private.can_run():
                raise
            print(f"{error}; a private engine is used instead", file=sys.stderr)
            self.close()
            self._open(private.engine())

    @contextlib.contextmanager
    def _builder(self, data: Path) -> Iterator[Host]:
        """A host with a network, in which /registry is the folder `data`, or, on a user's engine, becomes it."""
        name, ours = f"overnet-{self.id}-builder", self.outer.engine.private
        mount = Mount("/registry", str(data), type="bind") if ours else Mount("/registry", None)
        with self.outer.temporary(name), private.outward() if ours else contextlib.nullcontext():
            self.outer.start(name, name, "bridge", mounts=[mount])
            host = Host(self.outer.api, "builder", name, "")
            wait_for_engine(host)
            yield host
            if not ours:
                carried.out(self.outer.api, name, "/registry", data)


def _require_space() -> None:
    folder = cache.folder()
    if (free := shutil.disk_usage(folder).free) < _FREE_BYTES:
        raise Problem(
            f"{folder} has {free // 10**6} MB of free space and {_FREE_BYTES // 10**6} MB are needed: "
            "make room, or set OVERNET_CACHE to a folder on another disk"
        )
