"""mmdebstrap in a container of Debian's image, on the user's Docker Engine, for machines that lack it."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docker

from overnet.errors import Problem, last_lines
from overnet.labs import carried
from overnet.labs.engine import Engine
from overnet.labs.host import explained

IMAGE = "debian:trixie-slim"
# By the data, mmdebstrap knows of which suites there are updates.
_SCRIPT = """
export DEBIAN_FRONTEND=noninteractive
needed="mmdebstrap distro-info-data"
command -v mmdebstrap || { apt-get update && apt-get install --yes --no-install-recommends $needed; }
exec mmdebstrap "$@"
"""
_MADE = "/made.tar"


@dataclass(frozen=True)
class Builder:
    """engine: the user's; name, labels: what its containers' names begin with, and what they carry, so that they go
    with the run that they are of."""

    engine: Engine
    name: str
    labels: dict[str, str]

    def mmdebstrap(self, arguments: Sequence[str], result: Path, what: str, extra: Path | None) -> None:
        """Make the tar `result` by mmdebstrap, with a copy of the file `extra` at /. The container goes, and so does
        the image if the engine did not have it before. Raises a Problem that begins with `what`."""
        what, name = f"{what} in a container of {IMAGE}", f"{self.name}-{result.stem}"
        api = self.engine.client()
        with explained(what), _image(api):
            script = ["sh", "-ec", _SCRIPT, "mmdebstrap"]
            config = api.create_host_config(privileged=True)
            try:
                api.create_container(
                    IMAGE, [*arguments, _MADE], entrypoint=script, name=name, labels=self.labels, host_config=config
                )
                if extra:
                    carried.into(api, name, "/", extra.parent, [extra.name])
                api.start(name)
                if api.wait(name)["StatusCode"]:
                    raise Problem(f"{what}: {last_lines(api.logs(name))}")
                carried.out(api, name, _MADE, result)
            finally:
                with contextlib.suppress(docker.errors.NotFound):
                    api.remove_container(name, force=True, v=True)


@contextlib.contextmanager
def _image(api: docker.APIClient) -> Iterator[None]:
    """While open, the engine has the image; afterwards only if it had it before."""
    try:
        api.inspect_image(IMAGE)
    except docker.errors.ImageNotFound:
        pass
    else:
        yield
        return
    try:
        api.pull(IMAGE)
        yield
    finally:
        with contextlib.suppress(docker.errors.ImageNotFound):
            api.remove_image(IMAGE)
