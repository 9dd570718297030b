"""A stale example turns red: each page of one copy is broken in one way, and one `prove` has to say how, page by
page."""

import difflib
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.command_line.copies import Copy, failures


@dataclass(frozen=True)
class Fault:
    """One way to break a snippet of a walkthrough.

    `at` begins the line that the failure has to name; `says` is what else it has to say. With `stale`, the output of
    that command is what is wrong, and the failure has to show the way back: a diff from the broken snippet to the
    recorded one, with nothing else in it.
    """

    what: str
    snippet: str
    change: Callable[[str], str]
    at: str
    says: tuple[str, ...] = ()
    stale: bool = False


def put(old: str, new: str) -> Callable[[str], str]:
    """Replace the only `old`."""

    def change(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {text!r}"
        return text.replace(old, new)

    return change


def instead(new: str) -> Callable[[str], str]:
    """Replace the whole snippet."""
    return lambda text: new


def another_id(text: str) -> str:
    """In `docker ps`, the id of a2 is no longer the one that `docker run` printed."""
    return re.sub(r"^([0-9a-f]{11})([0-9a-f])(?= a2$)", lambda old: old[1] + "10"[old[2] == "1"], text, flags=re.M)


def swapped_ids(text: str) -> str:
    return re.sub(r"^(\w{12}) a2\n(\w{12}) a1$", r"\2 a2\n\1 a1", text, flags=re.M)


def swapped_lines(text: str) -> str:
    return re.sub(r"^(\w{12} a2)\n(\w{12} a1)$", r"\2\n\1", text, flags=re.M)


CREATE, PING, RUN = "containers/create.console", "containers/ping.console", "networks/run.console"
LIST, SCRIPT = "$ docker network ls", "networks/run.py"
FAULTS = [
    Fault(
        "a renamed flag",
        CREATE,
        put("a2 --network app", "a2 --net-work app"),
        "$ docker run -d --name a2",
        ("exit status 125 on node1", "docker run -d --name a2 --net-work app", "unknown flag: --net-work"),
    ),
    Fault("a changed id", CREATE, another_id, "$ docker ps", ("the run's", "(short id) is shown as"), stale=True),
    Fault("swapped ids", CREATE, swapped_ids, "$ docker ps", ("(short id) stands for",), stale=True),
    Fault("swapped lines", CREATE, swapped_lines, "$ docker ps", stale=True),
    Fault("lost packets", PING, put(" 0% packet loss", " 100% packet loss"), "$ docker exec", stale=True),
    Fault(
        "another subnet",
        PING,
        put("PING a2 (172.18.", "PING a2 (172.19."),
        "$ docker exec",
        ("'172.19.0.3' and the run's 172.18.0.3 are addresses of different networks",),
        stale=True,
    ),
    Fault(
        "another topology",
        "containers/map.topology",
        put(" network app bridge ", " network app overlay "),
        "network",
        ("node1: network app: driver is bridge, not overlay",),
        stale=True,
    ),
    Fault(
        "a container on another network",
        "containers/map.topology",
        put(" container a2 app ", " container a2 bridge "),
        "network",
        ("node1 lost a2 on bridge", "node1 has a2 on app, the page has not"),
    ),
    Fault(
        "no clean-up",
        "containers/clean-up.console",
        put("$ docker network rm app\napp\n", ""),
        "",
        ("after its clean-up the page leaves the hosts changed", "on node1: network app (bridge) is left"),
    ),
    Fault(
        "not attachable",
        "swarm/run.console",
        put(" --attachable", ""),
        "$ docker run -d --name guest",
        ("exit status 125 on node1", "overnet not manually attachable"),
    ),
    Fault("a changed word", RUN, put("bridge bridge", "bridge bridges"), LIST, stale=True),
    Fault("a line too many", RUN, put("host host\n", "host host\nhome host\n"), LIST, stale=True),
    Fault("a line too few", RUN, put("host host\n", ""), LIST, stale=True),
    Fault("no end", RUN, instead("$ sleep 1d\n"), "$ sleep", ("no end after 20 s on node1", "sleep 1d")),
    Fault("the end of the shell", RUN, instead("$ exit 3\n"), "$ exit", ("the shell on node1 ended", "exit 3")),
    Fault(
        "a missing image",
        RUN,
        instead("$ docker run --rm no-such-image\n"),
        "$ docker run",
        ("exit status 125 on node1", "Unable to find image 'no-such-image:latest' locally"),
    ),
    Fault(
        "no engine", RUN, instead("$ kill $(pidof dockerd); sleep 1d\n"), "$ kill", ("node1", "kill $(pidof dockerd)")
    ),
    Fault(
        "an exception",
        SCRIPT,
        put("client = docker.from_env()\n", "client = docker.from_env()\nclient.networks.get('app')\n"),
        "import docker",
        ("exit status 1 on node1", 'networks1/run.py", line 4, in <module>', "network app not found"),
    ),
    Fault(
        "a TypeError",
        SCRIPT,
        instead("runs = globals().get('runs', 0) + 1\nprint('run', runs)\nruns + 'one'\n"),
        "runs =",
        ("exit status 1 on node1", "run 1\n", "TypeError: unsupported operand"),
    ),
    Fault("a changed output", SCRIPT, put("#> host host\n", "#> host hosts\n"), "import docker", stale=True),
    Fault(
        "an exit",
        SCRIPT,
        put("client = docker.from_env()\n", "client = docker.from_env()\nexit('enough')\n"),
        "import docker",
        ("exit status 1 on node1", "SystemExit: enough"),
    ),
]


def item_of(fault: Fault) -> tuple[str, str]:
    """The page of a fault, and its track. The Shell and the Python faults of one walkthrough share pages."""
    folder, _, file = fault.snippet.partition("/")
    track = "Python" if file.endswith(".py") else "Shell"
    alike = [
        one
        for one in FAULTS
        if one.snippet.split("/")[0] == folder and one.snippet.endswith(".py") == (track == "Python")
    ]
    return f"{folder}{alike.index(fault) + 1}", track


@pytest.fixture(scope="module")
def broken(recorded: Copy, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy with a page for each fault, in place of the pages that hold."""
    copy = recorded.again(tmp_path_factory.mktemp("project") / "broken")
    docs, snippets = copy.folder / "docs", copy.folder / "snippets"
    pages = {item_of(fault)[0]: fault.snippet.split("/")[0] for fault in FAULTS}
    for page, walkthrough in pages.items():
        shutil.copytree(snippets / walkthrough, snippets / page)
        for language in ("en", "zh"):
            shutil.copy(docs / language / f"{walkthrough}.md", docs / language / f"{page}.md")
        if (page, "Python") not in map(item_of, FAULTS):
            (snippets / page / "run.py").unlink(missing_ok=True)
    for walkthrough in set(pages.values()):
        shutil.rmtree(snippets / walkthrough)
        for language in ("en", "zh"):
            (docs / language / f"{walkthrough}.md").unlink()
    for fault in FAULTS:
        file = snippets / item_of(fault)[0] / fault.snippet.split("/")[1]
        text = file.read_text()
        file.write_text(fault.change(text))
        assert file.read_text() != text, f"{fault.what} changes nothing"
    return copy


@pytest.fixture(scope="module")
def said(broken: Copy) -> dict[str, str]:
    """What one `prove` of all the broken pages says of each item."""
    done = broken.overnet("prove")
    assert done.returncode == 1, done.stdout + done.stderr
    return failures(done.stderr)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_a_broken_page_turns_red(recorded: Copy, broken: Copy, said: dict[str, str], fault: Fault) -> None:
    page, track = item_of(fault)
    assert f"{page} ({track})" in said
    text = said[f"{page} ({track})"]
    file = f"snippets/{page}/{fault.snippet.split('/')[1]}"
    lines = (broken.folder / file).read_text().splitlines()
    number = next(number for number, line in enumerate(lines, 1) if line.startswith(fault.at))
    assert text.startswith(f"{file}:{number}: " if fault.at else f"{file}: ")
    for part in fault.says:
        assert part in text
    if fault.stale:
        before = (recorded.folder / "snippets" / fault.snippet).read_text().splitlines()
        assert marked(text.splitlines()) == marked(difflib.unified_diff(lines, before))


def marked(diff: object) -> list[str]:
    """The lines that a diff takes away and puts in."""
    return [line.replace("#> ", "") for line in diff if re.match(r"[-+](?![-+])", line)]


def test_only_the_faults_turn_red(said: dict[str, str]) -> None:
    pages = {"{} ({})".format(*item_of(fault)) for fault in FAULTS}
    assert said.keys() == pages


def test_a_page_that_failed_has_no_receipt(broken: Copy, said: dict[str, str]) -> None:
    receipts = list((broken.folder / "build/receipts").rglob("*.json"))
    assert receipts == []
