"""An engine that does not see this machine's files carries labs, too, as that of Docker Desktop or of another machine.
The one here sees the folder it was started from, and the runs have another."""

from pathlib import Path

import docker
import pytest
from docker.types import Mount

from overnet import cache
from overnet.labs.lab import Lab
from overnet.labs.run import Run
from tests.labs.processes import listing


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with all that the machine's has, which the engine does not see."""
    there, here = tmp_path_factory.mktemp("elsewhere"), cache.folder()
    for name in ("host", "registry"):
        (there / name).symlink_to(here / name)
    return there


def test_it_carries_labs(elsewhere: Path, users_engine: docker.APIClient) -> None:
    before = listing(users_engine)
    data = elsewhere / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERNET_CACHE", str(elsewhere))
        with Run() as run:
            assert not run.outer.engine.private
            with pytest.raises(docker.errors.APIError, match="bind source path does not exist"):
                run.outer.start("seen", "seen", "none", [Mount("/seen", str(elsewhere), type="bind")])
            with Lab(run.outer, "far", ["node1"]) as lab:
                assert lab.hosts["node1"].run(["docker", "pull", "--quiet", "alpine"])[0] == 0
            data.mkdir()
            with run._builder(data) as host:
                assert host.run(["sh", "-c", "mkdir -p /registry/a && echo b > /registry/a/b"]) == (0, b"")
    assert (data / "a/b").read_text() == "b\n"
    assert listing(users_engine) == before
