"""What CI shows of a run."""

from pathlib import Path
from xml.etree import ElementTree

from overnet.report import Result, annotations, write_junit

HOLDS = Result("network/bridge (Shell)", "network/bridge", 23.85, "")
FAILS = Result(
    "network/bridge (Python)",
    "network/bridge",
    3.5,
    "snippets/network/bridge/run.py:3: exit status 1 on node1\n  100% <lost> & \x1b[1mgone",
)
ODD = Result("a, b (Shell)", "a", 1.0, "pytest ended, with status 2")


def test_junit_has_a_case_for_each_track(tmp_path: Path) -> None:
    write_junit([HOLDS, FAILS], tmp_path / "build" / "junit.xml")
    suite = ElementTree.parse(tmp_path / "build" / "junit.xml").getroot()
    assert (suite.tag, suite.get("tests"), suite.get("failures")) == ("testsuite", "2", "1")
    holds, fails = suite
    assert (holds.get("classname"), holds.get("name"), holds.get("time")) == (HOLDS.page, HOLDS.name, "23.85")
    assert list(holds) == []
    [failure] = fails
    assert failure.get("message") == "snippets/network/bridge/run.py:3: exit status 1 on node1"
    assert failure.text == FAILS.failure.replace("\x1b", "␛")


def test_annotations_name_the_place() -> None:
    assert list(annotations([HOLDS, FAILS, ODD])) == [
        "::error file=snippets/network/bridge/run.py,line=3,title=network/bridge (Python)::"
        "snippets/network/bridge/run.py:3: exit status 1 on node1%0A  100%25 <lost> & \x1b[1mgone",
        "::error title=a%2C b (Shell)::pytest ended, with status 2",
    ]
