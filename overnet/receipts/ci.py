"""What CI shows of a run: JUnit's XML, and GitHub's annotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from overnet.receipts.store import Receipt
from overnet.snippets.escapes import printable

PLACE = re.compile(r"(?P<file>[^\s:]+)(?::(?P<line>\d+))?: ")


@dataclass(frozen=True)
class Result:
    """How the proof of one item ended: its name, its page, the seconds it took, and the failure ("" if it holds), or
    its receipt; `here` is false if there was nothing that could run it."""

    name: str
    page: str
    seconds: float
    failure: str
    here: bool = True
    receipt: Receipt | None = None

    @property
    def failed(self) -> bool:
        return bool(self.failure) and self.here


def write_junit(results: list[Result], file: Path) -> None:
    """Write a test case for each result (the format that JUnit's Ant task made common, as CI services read it)."""
    suite = ElementTree.Element(
        "testsuite",
        name="overnet",
        tests=str(len(results)),
        failures=str(sum(result.failed for result in results)),
        skipped=str(sum(not result.here for result in results)),
        time=f"{sum(result.seconds for result in results):.2f}",
    )
    for result in results:
        case = ElementTree.SubElement(
            suite, "testcase", classname=result.page, name=result.name, time=f"{result.seconds:.2f}"
        )
        if result.failure:
            text = printable(result.failure)
            ElementTree.SubElement(
                case, "failure" if result.here else "skipped", message=text.split("\n")[0]
            ).text = text
    file.parent.mkdir(parents=True, exist_ok=True)
    ElementTree.ElementTree(suite).write(file, encoding="utf-8", xml_declaration=True)


def annotations(results: list[Result]) -> Iterator[str]:
    """A line `::error …::…` for each failure, `::warning …` for what nothing could run, in the form that GitHub's
    runner reads: in a property `%`, line ends, `:` and `,` are escaped, in the message `%` and line ends."""
    for result in results:
        if result.failure:
            place = PLACE.match(result.failure)
            where = {name: value for name, value in place.groupdict().items() if value} if place else {}
            where["title"] = result.name
            properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
            yield f"::{'error' if result.here else 'warning'} {properties}::{_message(result.failure)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
