"""What engines are called."""

import pytest

from overnet import engines
from overnet.errors import Problem


def test_pages_are_held_to_the_newest_on_the_engine_of_an_image() -> None:
    assert [engines.named(name) for name in ("20.10", "28.5", "29", "docker:dind")] == ["20.10", "28.5", "29", "29"]


def test_the_engines_that_a_name_stands_for() -> None:
    assert engines.chosen("20.10") == ["20.10"]
    assert engines.chosen("all") == list(engines.ENGINES)
    assert engines.chosen("docker:29-dind") == ["docker:29-dind"]
    with pytest.raises(
        Problem, match=r"no engine is called 30; there are: 20.10, 26.1, 28.5, 29, all, and images like"
    ):
        engines.chosen("30")
