"""A running host of a lab: a privileged container with a Docker Engine of its own. `lab.Lab` starts it."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import docker
import requests

from overnet.errors import Problem
from overnet.labs.stream import Stream

SDK_ERRORS = (docker.errors.DockerException, requests.exceptions.RequestException)


@dataclass(frozen=True)
class Host:
    """name: as on the page; address: IPv4 on the lab's network; container: its name on the outer engine; patience: how
    many times longer than elsewhere things may take on it; others: a router's addresses on the lab's other networks."""

    api: docker.APIClient
    name: str
    container: str
    address: str
    patience: int = 1
    others: tuple[str, ...] = ()

    @property
    def addresses(self) -> list[str]:
        """All its addresses on the lab's networks: that of its eth0, and so on."""
        return [self.address, *self.others]

    def call(self, method: str, *args: object, **kwargs: object) -> object:
        """Call the outer engine's SDK client; a host that is gone is a Problem that names it."""
        try:
            return getattr(self.api, method)(*args, **kwargs)
        except SDK_ERRORS as error:
            self.require()
            raise Problem(f"host {self.name}: {reason(error)}") from error

    def require(self) -> None:
        """Raise a Problem unless the host is running."""
        try:
            running = self.api.inspect_container(self.container)["State"]["Running"]
            what = "has stopped"
        except SDK_ERRORS as error:
            running, what = False, f"is gone ({reason(error)})"
        if not running:
            raise Problem(f"host {self.name} {what} in the middle of the run: start the run again")

    def spawn(self, argv: Sequence[str], env: Mapping[str, str] = {}) -> Stream:
        """Start a process in the host (working directory /root) and return its stream."""
        options = {"stdin": True, "environment": dict(env), "workdir": "/root"}
        created = self.call("exec_create", self.container, list(argv), **options)
        return Stream(self, created["Id"])

    def run(self, argv: Sequence[str], stdin: bytes = b"") -> tuple[int, bytes]:
        """Run a process to its end; return its exit code and its output (both channels together)."""
        stream = self.spawn(argv)
        try:
            if stdin:
                stream.write(stdin)
            stream.end_input()
            output = b"".join(iter(lambda: stream.read(float("inf")), b""))
        finally:
            stream.close()
        return stream.exit_code(), output


def reason(error: Exception) -> str:
    """Return the one line of an SDK error that says what was wrong."""
    return str(getattr(error, "explanation", None) or error).strip().splitlines()[-1]


@contextlib.contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn errors of the SDK into a Problem that begins with what was not possible."""
    try:
        yield
    except SDK_ERRORS as error:
        raise Problem(f"{what}: {reason(error)}") from error
