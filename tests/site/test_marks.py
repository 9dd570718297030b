"""What readers see marked as samples is what the matcher lets a run change, on the real pages."""

import re
from html import unescape
from random import Random

import pytest

from overnet.matching.addresses import network_of
from overnet.matching.binding import Binding
from overnet.matching.conflict import Conflict
from overnet.matching.tokens import scan
from overnet.project import ROOT
from overnet.site.fence import marked
from overnet.site.marks import KINDS
from overnet.site.samples import Mark, Samples, Value
from overnet.snippets.command import Command
from overnet.snippets.snippet import TOPOLOGY, TRACKS, Snippet
from overnet.snippets.transcript import parse
from overnet.snippets.walkthrough import Walkthrough, load, load_all
from tests.matching.others import others
from tests.matching.single import ALL, match_line

ID = "4f2d" * 16


def paths(walkthrough: Walkthrough) -> list[str]:
    """The paths of the snippets, in the order in which the page embeds them."""
    steps = re.findall(r'\[\[= (step|topology)\("(.+?)"\)', (ROOT / f"docs/en/{walkthrough.name}.md").read_text())
    return [
        snippet.path
        for macro, name in steps
        for snippet in walkthrough.step(name, [TOPOLOGY] if macro == "topology" else TRACKS)
    ]


def samples(walkthrough: Walkthrough) -> Samples:
    found = Samples()
    found.add(walkthrough, paths(walkthrough))
    return found


def small(text: str) -> Samples:
    """The samples of a page with one transcript."""
    snippet = Snippet("page/all.console", text, tuple(parse(text)))
    found = Samples()
    found.add(Walkthrough("page", {"node1": "192.0.2.11"}, (), (), 5, {"all.console": snippet}), [snippet.path])
    return found


def texts(found: Samples, line: str) -> list[str]:
    """The marked parts of a line of the small page."""
    return [line[mark.start : mark.end] for mark in found.marks["page/all.console", line]]


@pytest.mark.parametrize("walkthrough", load_all(), ids=lambda walkthrough: walkthrough.name)
@pytest.mark.parametrize("track", TRACKS)
def test_a_digit_without_a_mark_may_not_change(walkthrough: Walkthrough, track: str) -> None:
    found = samples(walkthrough)
    binding = binding_of(walkthrough, track)
    for path, line in outputs(walkthrough, track):
        inside = {place for mark in found.marks[path, line] for place in range(mark.start, mark.end)}
        assert match_line(line, line, binding)
        for place in (digit.start() for digit in re.finditer(r"\d", line)):
            if place not in inside:
                other = line[:place] + str((int(line[place]) + 1) % 10) + line[place + 1 :]
                assert not agree(line, other, binding), f"{path}: {line}"


@pytest.mark.parametrize("walkthrough", load_all(), ids=lambda walkthrough: walkthrough.name)
@pytest.mark.parametrize("track", TRACKS)
def test_a_value_with_a_mark_may_change(walkthrough: Walkthrough, track: str) -> None:
    found = samples(walkthrough)
    binding = binding_of(walkthrough, track)
    networks = {network_of(address) for address in walkthrough.addresses}
    for path, line in outputs(walkthrough, track):
        for mark in found.marks[path, line]:
            value = line[mark.start : mark.end]
            [token] = [token for token in scan(line) if token.start == mark.start]
            if network_of(token.name[1]) in networks or not token.shape.sure(value, line):
                continue  # this one differs with the lab, or with what the page had before
            changed = [value, *(text for _, text in others(token, Random(7)))]
            changed += ["2 minutes"] if value.lower() == "about a minute" else []
            changed += [re.sub(r"\d(?=\D*$)", lambda digit: str(int(digit[0]) ^ 1), value)]
            changed += [re.sub(r"^\d+", "77", value)] if token.shape.form == "reversed" else []
            lines = {f"{line[: mark.start]}{text}{line[mark.end :]}" for text in changed}
            lines |= {line.replace(value, text) for text in changed}
            assert any(agree(line, other, binding) for other in lines - {line}), f"{path}: {value} in {line}"


def binding_of(walkthrough: Walkthrough, track: str) -> Binding:
    """The binding at the start of a run whose hosts have the addresses of the page."""
    typed = walkthrough.typed(command for _, command in commands(walkthrough, track))
    return Binding({address: address for address in walkthrough.addresses}, typed)


def outputs(walkthrough: Walkthrough, track: str) -> set[tuple[str, str]]:
    """The lines that the track's commands print, as (path of the snippet, line)."""
    return {
        (snippet.path, line)
        for snippet, command in commands(walkthrough, track)
        if snippet.kind == track
        for line in command.output
    }


def commands(walkthrough: Walkthrough, track: str) -> list[tuple[Snippet, Command]]:
    order = [walkthrough.snippets[path.rpartition("/")[2]] for path in paths(walkthrough)]
    return [(snippet, each) for snippet in order if snippet.kind in (track, TOPOLOGY) for each in snippet.commands]


def agree(page: str, run: str, binding: Binding) -> bool:
    try:
        return match_line(page, run, binding) is not None
    except Conflict:
        return False


@pytest.mark.parametrize("track", TRACKS)
def test_a_join_token_leads_back_to_the_command_that_printed_it(track: str) -> None:
    overnet = load("overlay/overnet")
    found = samples(overnet)
    [init], [join] = (overnet.step(step, [track]) for step in ("init", "join"))
    marks = [marks for (path, _), marks in found.marks.items() if path in (init.path, join.path)]
    [token] = {mark.value for line in marks for mark in line if mark.value.kind == "join token"}
    assert (token.source, token.command) == (track, init.commands[0].text)
    assert sum(mark.value == token for line in marks for mark in line) == 2


def test_a_diagram_has_the_values_of_each_track_that_the_text_has() -> None:
    bridge = load("network/bridge")
    found = samples(bridge)
    in_text = [found.marks[f"network/bridge/connect{suffix}", "app 172.18.0.5"][0].value for suffix in TRACKS.values()]
    in_diagram = found.marks["network/bridge/two-networks.topology", "172.18.0.5"]
    assert [mark.value for mark in in_diagram] == in_text
    veths = [value for value in found.shown() if value.kind == "veth device"]
    assert {value.source for value in veths} == {TOPOLOGY}
    assert not any(value.kind == "MAC address" for value in found.shown()), "the diagram has the veth instead"


def test_long_and_short_forms_are_one_value() -> None:
    found = small(f"$ docker run x\n{ID}\n$ docker ps -q\n{ID[:12]}\n$ docker rm {ID[:12]}\n{ID[:12]}")
    lines = (ID, ID[:12], f"docker rm {ID[:12]}")
    [value] = {mark.value for line in lines for mark in found.marks["page/all.console", line]}
    assert (value.kind, value.command) == ("long id", "docker run x")


def test_every_kind_has_a_chinese_word() -> None:
    assert KINDS["zh"].keys() == {shape.kind for shape in ALL}


def test_what_the_reader_typed_is_no_sample() -> None:
    found = small("$ ping -c 1 10.9.8.7\n64 bytes from 10.9.8.7: seq=0 time=3.1 ms")
    assert texts(found, "ping -c 1 10.9.8.7") == []
    assert texts(found, "64 bytes from 10.9.8.7: seq=0 time=3.1 ms") == ["3.1 ms"]


def test_a_hosts_address_is_a_sample_where_it_is_typed() -> None:
    found = small("$ ping 192.0.2.11\n192.0.2.11 is alive")
    [value] = {mark.value for marks in found.marks.values() for mark in marks}
    assert value == Value(0, "IPv4 address", host="node1")


def test_values_without_identity_are_linked_to_nothing() -> None:
    found = small("$ ping x\ntime=1 ms\n$ ping y\ntime=2 ms")
    assert {mark.value.linked for marks in found.marks.values() for mark in marks} == {False}


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("to 172.17.0.3: b", "to [172.17.0.3]: b"),
        ('to <i>172</i>.17.0.<b class="m">3</b>: b', 'to <i>[172.17.0.3]</i><b class="m"></b>: b'),
        ("&lt;&#x27;;172.17.0.3", "&lt;&#x27;;[172.17.0.3]"),
        ("to <s>172.17.0.3</s>", "to <s>[172.17.0.3]</s>"),
    ],
    ids=["plain", "across tags", "after entities", "in a tag"],
)
def test_marks_in_highlighted_code(html: str, shown: str) -> None:
    start = unescape(re.sub("<.*?>", "", html)).index("172")
    result = marked(html, [Mark(start, start + len("172.17.0.3"), Value(7, "IPv4 address"))])
    assert result.replace('<data value="7">', "[").replace("</data>", "]") == shown


def test_a_sample_beside_a_control_character_is_marked_as_readers_see_the_line() -> None:
    assert texts(small(f"$ ls\n#| \\x1b[1m\\\\ {ID}\\x0d\n"), f"␛[1m\\ {ID}␍") == [ID]
