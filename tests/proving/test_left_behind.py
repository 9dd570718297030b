"""What a page leaves behind: everything but the images that it needs."""

from overnet.proving.state import left_behind

BEFORE = {"network bridge (bridge)", "image alpine:latest", "volume theirs", "swarm inactive"}


def test_nothing() -> None:
    assert left_behind(BEFORE, BEFORE, ()) == []


def test_what_is_left_and_what_is_gone() -> None:
    after = BEFORE - {"volume theirs", "swarm inactive"} | {"network app (bridge)", "swarm active", "image site:1"}
    assert left_behind(BEFORE, after, ("alpine",)) == [
        "image site:1 is left",
        "network app (bridge) is left",
        "swarm active is left",
        "swarm inactive is gone",
        "volume theirs is gone",
    ]


def test_images_that_the_page_needs_may_stay() -> None:
    after = BEFORE | {"image nginx:latest", "image nginx:1.28"}
    assert left_behind(BEFORE, after, ("alpine", "nginx:1.28")) == []
    assert left_behind(BEFORE, after, ("alpine",)) == ["image nginx:1.28 is left", "image nginx:latest is left"]
