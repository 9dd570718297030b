"""The outer engine, on which hosts run as containers: the user's Docker, or a private one (see private.py)."""

import os
from dataclasses import dataclass

import docker

from overnet.errors import Problem
from overnet.labs import tunnel


@dataclass(frozen=True)
class Engine:
    """address: what DOCKER_HOST would say (None: what the environment says); private: it is ours."""

    address: str | None
    private: bool

    def client(self, timeout: int = 120) -> docker.APIClient:
        """Return an SDK client (timeout: seconds a call). docker.errors.DockerException if no engine answers."""
        if self.address is None:
            return _Client.from_env(timeout=timeout).api
        return docker.DockerClient(base_url=self.address, timeout=timeout).api


class _Client(docker.DockerClient):
    """A client that reaches ssh://… by a tunnel."""

    def __init__(self, base_url: str | None = None, **options: object) -> None:
        if not (base_url or "").startswith("ssh://"):
            super().__init__(base_url, **options)
            return
        way = tunnel.to(base_url)
        try:
            super().__init__(way.address, **options)
        except docker.errors.DockerException as error:
            raise docker.errors.DockerException(f"{error}; ssh: {way.words()}") from error


def users() -> Engine | None:
    """Return the engine of DOCKER_HOST, of the Docker context or of the usual socket; None if there is none.

    A DOCKER_HOST that does not answer is a Problem, as the user named that engine.
    """
    engine = Engine(address=None, private=False)
    try:
        engine.client(timeout=10).close()
    except docker.errors.DockerException as error:
        if address := os.environ.get("DOCKER_HOST"):
            raise Problem(f"DOCKER_HOST={address} does not answer ({error}): correct it, or unset it") from None
        return None
    return engine
