"""Which values on a page are samples, of what kind, and which command first printed each: for readers, what the
matcher treats as volatile (see shapes and binding), so that a page marks exactly what a run may change."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from overnet.matching.binding import Binding
from overnet.matching.identity import Name
from overnet.matching.tokens import tokens
from overnet.site import interfaces
from overnet.snippets.escapes import printable
from overnet.snippets.fences import fences_of
from overnet.snippets.snippet import TOPOLOGY, TRACKS, Snippet
from overnet.snippets.walkthrough import Walkthrough

INTERFACE = "interface"


@dataclass(frozen=True)
class Value:
    """What one or more marks of one track stand for. `number` names it on its page, `kind` is that of its first form.

    The command or Python cell `command` printed it first, or, if `source` is TOPOLOGY, a diagram shows it first; or it
    is the address, or an interface, of `host`. A value that is not `linked` has no identity: an age, a latency.
    """

    number: int
    kind: str
    source: str = ""
    command: str = ""
    host: str = ""
    linked: bool = True


@dataclass(frozen=True)
class Mark:
    """One sample in a line of text, at line[start:end]."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True)
class Samples:
    """The samples of a page: its values by number, and the marks in each line by (path of the snippet, line).

    The lines of a topology are those of its diagram's labels; it belongs to every track, and has the marks of all.
    `texts` has the longest text of each value, without the escapes of a regular expression; `typed` are the values that
    stand in a command. Interfaces of hosts are no samples, but readers put theirs for them: by the name, for each
    command (path of the snippet, line of its file) that is about them.
    """

    values: list[Value] = field(default_factory=list)
    marks: dict[tuple[str, str], list[Mark]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    typed: set[int] = field(default_factory=set)
    interfaces: dict[tuple[str, int], dict[str, Value]] = field(default_factory=dict)

    def shown(self) -> list[Value]:
        """The values that have a mark."""
        numbers = {mark.value.number for marks in self.marks.values() for mark in marks}
        return [value for value in self.values if value.number in numbers]

    def add(self, walkthrough: Walkthrough, paths: Iterable[str]) -> None:
        """Add those of the snippets at `paths`, in page order."""
        files = {snippet.path: snippet for snippet in walkthrough.snippets.values()}
        snippets = [files[path] for path in paths if path in files]
        for track in TRACKS:
            if any(snippet.kind == track for snippet in snippets):
                self._add([each for each in snippets if each.kind in (track, TOPOLOGY)], walkthrough)
        self._add_interfaces([snippet for snippet in snippets if snippet.kind == "Shell"])

    def own(self, path: str, command: int, line: str) -> list[Mark]:
        """The interfaces of its host in a line of the command that begins at line `command` of the snippet."""
        known = self.interfaces.get((path, command), {})
        return [Mark(start, start + len(name), known[name]) for start, name in interfaces.places(line) if name in known]

    def _add_interfaces(self, snippets: list[Snippet]) -> None:
        commands = [(snippet.path, command) for snippet in snippets for command in snippet.commands]
        found: dict[str, dict[str, Value]] = {}
        for host, names in interfaces.of_hosts(command for _, command in commands).items():
            for name in names:
                value = found.setdefault(host, {})[name] = Value(len(self.values), INTERFACE, host=host)
                self.values.append(value)
                self.typed.add(value.number)
                self.texts[value.number] = name
        for path, command in commands:
            if command.host in found and interfaces.is_outside(command):
                self.interfaces[path, command.line] = found[command.host]

    def _add(self, snippets: list[Snippet], walkthrough: Walkthrough) -> None:
        track = _Track(self.values, snippets, walkthrough)
        for snippet in snippets:
            if snippet.kind == TOPOLOGY:
                for fact in snippet.commands[0].output:
                    track.marks(fact, source=TOPOLOGY)
                for line in dict.fromkeys(labels(fences_of(snippet, "en")[0])):
                    self.marks.setdefault((snippet.path, line), []).extend(track.marks(line))
                continue
            for command in snippet.commands:
                for line in command.text.split("\n"):
                    self.marks[snippet.path, line] = track.marks(line)
                    self.typed.update(mark.value.number for mark in self.marks[snippet.path, line])
                for line in command.output:
                    found = track.marks(line, source=snippet.kind, command=command.text)
                    self.marks[snippet.path, printable(line)] = found
        for (_, line), marks in self.marks.items():
            for mark in marks:
                text = line[mark.start : mark.end].replace("\\", "")
                self.texts[mark.value.number] = max(self.texts.get(mark.value.number, ""), text, key=len)


class _Track:
    """One track's sample values so far; new ones are added to `values`."""

    def __init__(self, values: list[Value], snippets: list[Snippet], walkthrough: Walkthrough):
        addresses = walkthrough.addresses
        typed = walkthrough.typed(command for snippet in snippets for command in snippet.commands)
        self.values = values
        self.exact = Binding({address: address for address in addresses}, typed).fixed
        self.known: dict[Name, Value] = {}
        for address, host in addresses.items():
            self.known["IPv4 address", address] = self._new("IPv4 address", host=host)

    def marks(self, line: str, **origin: str) -> list[Mark]:
        """The marks in the next line of the track; `origin` says where its new values are from."""
        found = []
        for token in tokens(line, self.exact, self.known):
            kind, linked = token.shape.kind, bool(token.shape.identity)
            name = token.name if linked else (kind, "")
            if name not in self.known:
                self.known[name] = self._new(kind, **origin) if linked else self._new(kind, linked=False)
            found.append(Mark(token.start, token.end, self.known[name]))
        return found

    def _new(self, kind: str, **more: object) -> Value:
        self.values.append(Value(len(self.values), kind, **more))
        return self.values[-1]


def labels(diagram: str) -> list[str]:
    """The lines of text that a Mermaid diagram shows in its labels."""
    return [line for label in re.findall(r'"([^"]*)"', diagram) for line in label.split("<br>")]
