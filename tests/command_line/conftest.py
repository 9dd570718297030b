"""One small project, recorded once: what its pages show is what engines printed in this very session."""

from pathlib import Path

import pytest

from tests.command_line.copies import Copy, first_copy, small_cache


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The project with no output recorded."""
    cache = tmp_path_factory.mktemp("cache")
    small_cache(cache)
    return first_copy(tmp_path_factory.mktemp("project") / "plain", cache)


@pytest.fixture(scope="session")
def recorded(plain: Copy, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The project as a user's `record` made it. Tests that change something do so in a copy of it."""
    copy = plain.again(tmp_path_factory.mktemp("project") / "recorded")
    done = copy.overnet("record")
    assert done.returncode == 0, done.stderr
    return copy


@pytest.fixture
def again(recorded: Copy, tmp_path: Path) -> Copy:
    """The recorded project, to be changed."""
    return recorded.again(tmp_path / "project")
