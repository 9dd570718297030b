"""A walkthrough's folder is read, or told what is wrong with it."""

from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.snippets.walkthrough import Walkthrough, load, load_all

LAB = "hosts:\n  node1: 192.0.2.11\nminutes: 5\n"
ROUTER = "routers:\n  router: [192.0.2.1, 198.51.100.1]\n"
TWO = LAB.replace("minutes", "  node2: 192.0.2.12\nminutes")

FAR = TWO.replace("192.0.2.12", "198.51.100.12")


def walkthrough(folder: Path, lab: str | None = LAB, **files: str | bytes) -> Walkthrough:
    """Load a walkthrough "net/page" of these files (`run_console` is run.console, but `@` is for an engine)."""
    page = folder / "net/page"
    page.mkdir(parents=True)
    if lab is not None:
        (page / "lab.yml").write_text(lab)
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (page / (name if "@" in name else ".".join(name.rsplit("_", 1)))).write_bytes(data)
    return load("net/page", folder)


def test_what_is_read(tmp_path: Path) -> None:
    found = walkthrough(tmp_path, LAB + "images: [alpine]\nneeds: [overlay]\n", run_console="$ ls\n", run_py="x = 1\n")
    assert (found.name, found.hosts, found.minutes) == ("net/page", {"node1": "192.0.2.11"}, 5)
    assert (found.images, found.needs) == (("alpine",), ("overlay",))
    assert [snippet.file for snippet in found.step("run")] == [
        "snippets/net/page/run.console",
        "snippets/net/page/run.py",
    ]
    assert [command.host for snippet in found.step("run") for command in snippet.commands] == ["node1", "node1"]
    assert found.values == {}
    assert [one.name for one in load_all(tmp_path)] == ["net/page"]


def test_values_of_readers_have_names(tmp_path: Path) -> None:
    names = "{192.0.2.1: {en: Router of the LAN, zh: 局域网的路由器}}"
    found = walkthrough(tmp_path, f"{LAB}values: {names}\n", run_console="$ ls\n")
    assert found.values == {"192.0.2.1": {"en": "Router of the LAN", "zh": "局域网的路由器"}}


def test_a_router_is_a_host_with_several_addresses(tmp_path: Path) -> None:
    found = walkthrough(tmp_path, FAR + ROUTER, run_console="router$ ls\nnode2$ ls\n")
    assert found.hosts == {"node1": "192.0.2.11", "node2": "198.51.100.12", "router": "192.0.2.1"}
    assert found.places["node2"] == ["198.51.100.12"]
    assert found.places["router"] == ["192.0.2.1", "198.51.100.1"]
    assert [address for address, host in found.addresses.items() if host == "router"] == found.places["router"]


def test_what_readers_type_is_in_their_commands_and_in_daemon_json(tmp_path: Path) -> None:
    run = "$ ping 172.30.0.5\n172.18.0.2\n$ ping 192.0.2.12 172.18.0.2\n"
    found = walkthrough(tmp_path, LAB + "daemon: {node1: {bip: 172.29.0.1/16}}\n", run_console=run)
    addresses = {text for kind, text in found.typed(found.snippets["run.console"].commands) if kind == "IPv4 address"}
    assert addresses == {"172.30.0.5", "172.29.0.1"}


def test_a_variant_is_what_a_step_is_on_another_engine(tmp_path: Path) -> None:
    files = {"run_console": "$ ls\na\n", "run_py": "x = 1\n", "run@26.1.console": "#: exits 2\n$ ls\nb\n"}
    found = walkthrough(tmp_path, **files)
    shell, python = found.step("run")
    variant = found.snippets["run@26.1.console"]
    assert (variant.step, variant.engine, variant.kind) == ("run", "26.1", "Shell")
    assert [found.on(engine, shell) for engine in ("20.10", "26.1", "28.5")] == [shell, variant, shell]
    assert found.variants(shell) == [variant]
    assert (found.on("26.1", python), found.variants(python)) == (python, [])
    assert walkthrough(tmp_path / "2", LAB + 'engines: ["28.5", "26.1"]\n').engines == ("28.5", "26.1")


def test_on_the_engine_of_an_image_a_page_is_what_it_is_on_the_newest(tmp_path: Path) -> None:
    files = {"run_console": "$ ls\na\n", "run@29.console": "$ ls\nb\n", "map_topology": "network\n"}
    fact = "node1 network app bridge 172.18.0.0/16 -\n"
    found = walkthrough(tmp_path, **files, **{"run@26.1.console": "$ ls\nc\n", "map@29.topology": f"network\n{fact}"})
    plain = [found.snippets[name] for name in ("run.console", "map.topology")]
    assert [found.on("docker:dind", one).path for one in plain] == [
        "net/page/run@29.console",
        "net/page/map@29.topology",
    ]
    assert found.is_for("docker:dind")
    assert not walkthrough(tmp_path / "2", LAB + 'engines: ["26.1", "28.5"]\n').is_for("docker:dind")


def test_a_page_that_the_reference_lacks_is_written_for_its_newest_engine(tmp_path: Path) -> None:
    files = {"run_console": "$ ls\na\n", "run@26.1.console": "$ ls\nb\n"}
    found = walkthrough(tmp_path, LAB + 'engines: ["26.1", "29"]\n', **files)
    [snippet] = found.step("run")
    assert (found.reference, snippet.engine) == ("29", "29")
    assert (found.on("29", snippet), found.on("26.1", snippet).engine) == (snippet, "26.1")
    assert not found.is_for("28.5")


def test_the_digest_is_of_the_whole_text(tmp_path: Path) -> None:
    one, two = (walkthrough(tmp_path / name, run_console=f"$ ls\n{name}\n").step("run")[0] for name in "ab")
    assert one.digest != two.digest


def test_an_unknown_step(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"no snippet 'walk' in snippets/net/page/; there are: run, stop"):
        walkthrough(tmp_path, run_console="$ ls\n", stop_console="$ ls\n").step("walk")


NAMELESS = "lab.yml: 'values' needs a name of '192.0.2.1' in both languages, like {en: …, zh: …}"
FAULTS = {
    "no lab.yml": (None, {}, "lab.yml: no such file; every walkthrough has one"),
    "not YAML": ("hosts: [", {}, "lab.yml: not YAML: "),
    "a list": ("- hosts\n", {}, "lab.yml: needs 'hosts' (name: address) and 'minutes' (a whole number)"),
    "empty": ("", {}, "lab.yml: needs 'hosts'"),
    "no minutes": ("hosts: {node1: 192.0.2.11}\n", {}, "lab.yml: needs 'hosts'"),
    "minutes in words": (LAB.replace("5", "five"), {}, "lab.yml: needs 'hosts'"),
    "hosts without addresses": ("hosts: [node1]\nminutes: 5\n", {}, "lab.yml: needs 'hosts'"),
    "an unknown key": (LAB + "image: alpine\n", {}, "lab.yml: unknown key 'image'; known are: daemon, engines, hosts"),
    "no address": (LAB.replace("192.0.2.11", "here"), {}, "lab.yml: 'node1: here' is not a host name and its IPv4"),
    "no host name": (LAB.replace("node1", "Node_1"), {}, "lab.yml: 'Node_1: 192.0.2.11' is not a host name"),
    "an unknown host": (
        LAB,
        {"run_console": "$ ls\nnode2$ ls\n"},
        "run.console:2: unknown host 'node2'; lab.yml has: node1",
    ),
    "which host": (TWO, {"run_console": "$ ls\n"}, "run.console:1: say on which host: node1, node2"),
    "which host, in Python": (TWO, {"run_py": "x = 1\n"}, "run.py:1: say on which host: node1, node2"),
    "a bad snippet": (LAB, {"run_console": "ls\n"}, "run.console:1: output before the first prompt"),
    "no hosts": ("hosts: {}\nminutes: 5\n", {"run_console": "$ ls\n"}, "lab.yml: "),
    "images in one word": (LAB + "images: alpine\n", {}, "lab.yml: "),
    "needs as a number": (LAB + "needs: 3\n", {}, "lab.yml: "),
    "an unknown need": (
        LAB + "needs: [ipvlam]\n",
        {},
        "lab.yml: 'ipvlam' is no known need; known are: esp, ip_vs, ipvlan,",
    ),
    "settings of no host": (
        LAB + "daemon: {node9: {}}\n",
        {},
        "lab.yml: 'daemon' names 'node9', which 'hosts' does not",
    ),
    "settings that are none": (LAB + "daemon: {node1: vfs}\n", {}, "lab.yml: 'daemon' gives hosts their daemon.json"),
    "keys of two types": (LAB + "3: x\nx: 3\n", {}, "lab.yml: unknown key"),
    "minutes that are no number": (LAB.replace("5", "true"), {}, "lab.yml: needs 'hosts'"),
    "an address that is none": (LAB.replace("192.0.2.11", "999.0.2.11"), {}, "lab.yml: 'node1: 999.0.2.11' is not"),
    "one address for two hosts": (TWO.replace(".12", ".11"), {}, "lab.yml: "),
    "hosts on two networks": (FAR, {}, "lab.yml: 'hosts' are in 2 /24 networks: 'routers' has to name what joins them"),
    "a router in one network": (
        TWO + "routers: {r: [192.0.2.1]}\n",
        {},
        "lab.yml: the router 'r' needs one address in",
    ),
    "a router beside its hosts": (
        TWO + ROUTER,
        {},
        "lab.yml: the router 'router' needs one address in each /24 network",
    ),
    "a router twice in one network": (
        FAR + "routers: {r: [192.0.2.1, 192.0.2.3, 198.51.100.1]}\n",
        {},
        "lab.yml: the router 'r' needs one address in each /24 network of 'hosts'",
    ),
    "a router with one word": (
        FAR + "routers: {r: 192.0.2.1}\n",
        {},
        "lab.yml: 'routers' gives routers their addresses",
    ),
    "a router without a name": (FAR + "routers: [192.0.2.1]\n", {}, "lab.yml: 'routers' gives routers their addresses"),
    "a router with no address": (
        FAR + "routers: {r: [1, here]}\n",
        {},
        "lab.yml: 'r: 1' is not a host name and its IPv4",
    ),
    "a router with a host's address": (
        FAR + ROUTER.replace("2.1,", "2.11,"),
        {},
        "lab.yml: 'hosts' needs at least one",
    ),
    "a router that is a host": (FAR + ROUTER.replace("router:", "node1:"), {}, "lab.yml: 'node1' is in 'hosts' and in"),
    "a number of the lab's own": (LAB.replace(".11", ".254"), {}, "lab.yml: 'node1: 192.0.2.254': the lab itself has"),
    "an address that is a number": (LAB.replace("192.0.2.11", "7"), {}, "lab.yml: 'node1: 7' is not a host name and"),
    "a snippet that is not UTF-8": (LAB, {"run_console": b"$ echo \xe9\n"}, "run.console: "),
    "engines that are numbers": (LAB + "engines: [28.5]\n", {}, "lab.yml: 'engines' is a list of names in quotes: "),
    "names in a list": (
        LAB + "values: [192.0.2.1]\n",
        {},
        "lab.yml: 'values' gives values of the page their names, like",
    ),
    "a name of a number": (
        LAB + "values: {7: {en: a, zh: b}}\n",
        {},
        "lab.yml: 'values' gives values of the page their",
    ),
    "a name in no language": (LAB + "values: {192.0.2.1: router}\n", {}, NAMELESS),
    "a name in one language": (LAB + "values: {192.0.2.1: {en: router}}\n", {}, NAMELESS),
    "a name in a third language": (LAB + "values: {192.0.2.1: {en: a, zh: b, de: c}}\n", {}, NAMELESS),
    "a name that is empty": (LAB + "values: {192.0.2.1: {en: router, zh: ' '}}\n", {}, NAMELESS),
    "no engines": (LAB + "engines: []\n", {}, "lab.yml: 'engines' is a list of names in quotes: some of "),
    "a variant for the only engine": (
        LAB + 'engines: ["29"]\n',
        {"run_console": "$ ls\n", "run@29.console": "$ ls\n"},
        "run@29.console: '29' is no engine to write a variant for; there are: none",
    ),
    "a variant for no engine": (LAB, {"run@20.1.console": "$ ls\n"}, "run@20.1.console: '20.1' is no engine to write"),
    "a variant for the reference": (LAB, {"run@28.5.console": "$ ls\n"}, "run@28.5.console: '28.5' is no engine to"),
    "a variant for an engine without the subject": (
        LAB + 'engines: ["26.1", "28.5"]\n',
        {"run_console": "$ ls\n", "run@20.10.console": "$ ls\n"},
        "run@20.10.console: '20.10' is no engine to write a variant for; there are: 26.1",
    ),
    "a variant of nothing": (LAB, {"run@26.1.console": "$ ls\n"}, "run@26.1.console: there is no run.console"),
    "a variant with another command": (
        LAB,
        {"run_console": "$ ls\n$ ps\n", "run@26.1.console": "$ ls\na\n$ ps -a\n"},
        "run@26.1.console:3: not the command of run.console; ",
    ),
    "a variant with a command less": (
        LAB,
        {"run_console": "$ ls\n$ ps\n", "run@26.1.console": "$ ls\n"},
        "run@26.1.console:1: not the command of run.console; ",
    ),
    "a file that is no snippet": (LAB, {"run_consle": "$ ls\n"}, "run.consle: "),
    "a key twice": (LAB + "images: [alpine]\nimages: [nginx]\n", {}, "lab.yml:5: the key 'images' is there twice"),
    "hosts twice": (LAB + "hosts: {}\n", {}, "lab.yml:4: the key 'hosts' is there twice"),
    "a name of two hosts": (TWO.replace("node2", "node1"), {}, "lab.yml:3: the key 'node1' is there twice"),
    "no time": (LAB.replace("5", "0"), {}, "lab.yml: 'minutes' is how long a reader takes, at least 1, not 0"),
    "less than no time": (
        LAB.replace("5", "-5"),
        {},
        "lab.yml: 'minutes' is how long a reader takes, at least 1, not -5",
    ),
    "a lab.yml that is not UTF-8": (LAB, {"lab_yml": b"hosts: \xe9\n"}, "lab.yml: not UTF-8 text"),
    "a byte order mark": (
        LAB,
        {"run_console": "\ufeff$ ls\n"},
        "run.console:1: begins with a byte order mark; save it",
    ),
    "a carriage return": (LAB, {"run_console": "$ ls\na\rb\n"}, "run.console:2: a control character (U+000D)"),
    "no prompt": (
        LAB,
        {"run_console": "$ ls\ntotal$ 5\n"},
        "run.console:2: unknown host 'total'; lab.yml has: node1; if it",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_faults(tmp_path: Path, what: str) -> None:
    lab, files, message = FAULTS[what]
    with pytest.raises(Problem) as found:
        walkthrough(tmp_path, lab, **files)
    assert str(found.value).startswith(f"snippets/net/page/{message}")


def test_snippets_in_a_folder_without_lab_yml_are_found(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/run.console").write_text("$ ls\n")
    with pytest.raises(Problem, match=r"snippets/page/lab.yml: no such file"):
        load_all(tmp_path)


@pytest.mark.parametrize(
    "name", [".run.console.swp", ".run.console.swx", "run.console~", ".#run.console", "#run.console#", ".DS_Store"]
)
def test_what_an_editor_leaves_is_no_snippet(tmp_path: Path, name: str) -> None:
    walkthrough(tmp_path, run_console="$ ls\n")
    for folder in (tmp_path, tmp_path / "net", tmp_path / "net/page"):
        (folder / name).write_bytes(b"\0\xff")
    assert [list(one.snippets) for one in load_all(tmp_path)] == [["run.console"]]


def test_any_other_file_is_refused(tmp_path: Path) -> None:
    walkthrough(tmp_path, run_console="$ ls\n")
    (tmp_path / "notes").write_text("")
    with pytest.raises(Problem, match=r"lab.yml: no such file"):
        load_all(tmp_path)


def test_lines_may_end_as_on_windows(tmp_path: Path) -> None:
    found = walkthrough(tmp_path, LAB.replace("\n", "\r\n"), run_console="$ cat <<E\r\n> a\r\n> E\r\na\r\n")
    [command] = found.snippets["run.console"].commands
    assert (command.text, command.output) == ("cat <<E\na\nE", ["a"])
