"""What CI shows of a run."""

from pathlib import Path
from xml.etree import ElementTree

from overnet.receipts.ci import Result, annotations, write_junit

HOLDS = Result("network/bridge (Shell)", "network/bridge", 23.85, "")
FAILS = Result(
    "network/bridge (Python)",
    "network/bridge",
    3.5,
    "snippets/network/bridge/run.py:3: exit status 1 on node1\n  100% <lost> & \x1b[1mgone",
)
NOWHERE = Result("b (Shell)", "b", 0.1, "snippets/b/lab.yml: this kernel lacks ipvlan", here=False)
ODD = Result("a, b (Shell)", "a", 1.0, "pytest ended, with status 2")


def test_junit_has_a_case_for_each_track(tmp_path: Path) -> None:
    write_junit([HOLDS, FAILS, NOWHERE], tmp_path / "build" / "junit.xml")
    suite = ElementTree.parse(tmp_path / "build" / "junit.xml").getroot()
    assert suite.tag == "testsuite"
    assert [suite.get(count) for count in ("tests", "failures", "skipped")] == ["3", "1", "1"]
    holds, fails, nowhere = suite
    assert (holds.get("classname"), holds.get("name"), holds.get("time")) == (HOLDS.page, HOLDS.name, "23.85")
    assert list(holds) == []
    [failure] = fails
    assert failure.get("message") == "snippets/network/bridge/run.py:3: exit status 1 on node1"
    assert failure.text == FAILS.failure.replace("\x1b", "␛")
    assert [(child.tag, child.get("message")) for child in nowhere] == [("skipped", NOWHERE.failure)]


def test_annotations_name_the_place() -> None:
    assert list(annotations([HOLDS, FAILS, ODD, NOWHERE])) == [
        "::error file=snippets/network/bridge/run.py,line=3,title=network/bridge (Python)::"
        "snippets/network/bridge/run.py:3: exit status 1 on node1%0A  100%25 <lost> & \x1b[1mgone",
        "::error title=a%2C b (Shell)::pytest ended, with status 2",
        "::warning file=snippets/b/lab.yml,title=b (Shell)::snippets/b/lab.yml: this kernel lacks ipvlan",
    ]
