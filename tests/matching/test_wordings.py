"""What older command-line tools put in other words is no difference."""

import pytest

from overnet.matching.wordings import heard, modern

OLD = {
    "an error of the Engine": ("docker: Error: no.\nSee 'docker run --help'.", "docker: Error: no"),
    "where the container did not start": ("4f2d\ndocker: Error: in use.", "4f2d\ndocker: Error: in use"),
    "of several lines": ("docker: Error: x:\nno a.b.\nSee 'docker run --help'.", "docker: Error: x:\nno a.b"),
}


@pytest.mark.parametrize("what", OLD)
def test_an_older_client_ends_its_errors_otherwise(what: str) -> None:
    old, new = OLD[what]
    assert modern(old.split("\n")) == [*new.split("\n"), "", "Run 'docker run --help' for more information"]


def test_an_older_client_adds_to_what_the_runtime_says() -> None:
    new = "OCI runtime exec failed: exec failed: unable to start container process: no such file"
    assert modern([f"{new}: unknown"]) == [new]
    assert modern([f"{new}: unknown.", "x"]) == [f"{new}.", "x"]


def test_an_older_client_shows_no_usage_beside_an_invalid_argument() -> None:
    new = 'invalid argument "a=b" for "-v, --volume" flag: bad format'
    usage = [
        "",
        "Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]",
        "",
        "Run 'docker run --help' for more information",
    ]
    assert modern([new, "See 'docker run --help'."]) == [new, *usage]


def test_an_older_client_may_say_more() -> None:
    more = 'time="2026-11-24T16:46:18Z" level=error msg="error waiting for container: context canceled"'
    assert heard(["docker: Error: no.", more]) == ["docker: Error: no."]


def test_an_older_engine_names_networks_in_any_order() -> None:
    said = "docker: Error response from daemon: Container cannot be connected to network endpoints: {}."
    assert heard([said.format("other, my.net, a-b")]) == [said.format("a-b, my.net, other")]
    assert heard(["ping: other, a"]) == ["ping: other, a"]


def test_an_older_curl_says_the_same() -> None:
    new = "curl: (7) Failed to connect to 192.0.2.11:80 after 0 ms: Could not connect to server"
    for why in ("Couldn't", "Could not"):
        old = f"curl: (7) Failed to connect to 192.0.2.11 port 80 after 0 ms: {why} connect to server"
        assert modern(["a", old]) == ["a", new]
    assert modern(["curl: (52) Empty reply from server"]) == ["curl: (52) Empty reply from server"]
