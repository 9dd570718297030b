"""Runs the commands of one track of a page, in page order, on the hosts of a lab, and judges what they print."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.labs.host import Host
from overnet.matching.binding import Binding, typed
from overnet.matching.difference import diff, rendered
from overnet.matching.lines import match, trimmed
from overnet.matching.wordings import heard, modern
from overnet.project import ROOT
from overnet.snippets.transcript import Command
from overnet.snippets.walkthrough import TOPOLOGY, Snippet, Walkthrough
from overnet.terminal.reads import is_read, is_read_python
from overnet.terminal.session import Interpreter, Result, SessionEnded, Shell
from overnet.topology.changes import failures
from overnet.topology.facts import parse

READ_SECONDS = 20
END_SECONDS = 60
PAUSE_SECONDS = 0.2
READS = {"Shell": is_read, "Python": is_read_python, TOPOLOGY: lambda _: True}
SURVEY = (ROOT / "overnet/topology/survey.py").read_text()


@dataclass(frozen=True)
class Outcome:
    """What became of one command: the output as the page shows it, the seconds it took, and, of these, the seconds
    spent reading again until the expected output was there; the command as it was sent, what came back, and its exit
    status. `plain`: no variant is needed, as what is written for the reference holds here."""

    output: list[str]
    seconds: float
    waited: float
    sent: str = ""
    got: str = ""
    status: int = 0
    plain: bool = True


@dataclass
class Executor:
    """One track's sessions and binding. `snippets` are the track's snippets in page order.

    With `recording`, an output that differs is taken as the new one instead of being a failure; so is, on another
    `engine` than the reference, another exit status.
    """

    walkthrough: Walkthrough
    snippets: list[Snippet]
    hosts: dict[str, Host]
    recording: bool = False
    engine: str = REFERENCE
    sessions: dict[tuple[str, str], Shell | Interpreter] = field(default_factory=dict)

    def __post_init__(self):
        places = self.walkthrough.places.items()
        addresses = {page: here for name, at in places for page, here in zip(at, self.hosts[name].addresses)}
        commands = [(command.text, command.output) for snippet in self.snippets for command in snippet.commands]
        self.patience = max(host.patience for host in self.hosts.values())
        self.binding = Binding(addresses, typed(commands, addresses))

    @property
    def makes_variants(self) -> bool:
        return self.recording and self.engine != REFERENCE

    def perform(self, snippet: Snippet, command: Command) -> Outcome:
        """Run one command and judge it. Raises Problem (`file:line: …`, with a diff where the output differs)."""
        where = f"{snippet.file}:{command.line}"
        read = READS[snippet.kind](command.text)
        sent = self.binding.command(command.text)
        started = time.monotonic()
        first_read = None
        previous = None
        while True:
            result = self._run(snippet, command, sent, where)
            lines = trimmed(result.output.split("\n"))
            now = time.monotonic()
            first_read = first_read or now
            ended = self._ends(command, result.status)
            found = self._match(command, lines)
            if ended and found:
                plain = self._plain(snippet, command, result.status, lines)
                self.binding = found
                shown = self._rendered(command, lines)[0] if self.makes_variants else command.output
                return Outcome(shown, now - started, now - first_read, sent, result.output, result.status, plain)
            settled = self.recording and previous is not None and self._settled(command, previous, lines)
            if not read or settled or now - started > self.patience * (command.expects.within or READ_SECONDS):
                break
            previous = lines
            time.sleep(self.patience * (1 if self.recording and not command.output else PAUSE_SECONDS))
        if not ended and not self.makes_variants:
            raise Problem(self._wrong_status(where, command, result))
        plain = self._plain(snippet, command, result.status, lines)
        shown, self.binding, conflicts = self._rendered(command, lines)
        if self.recording:
            return Outcome(shown, now - started, now - first_read, sent, result.output, result.status, plain)
        again = f" (read again for {now - first_read:.0f} s)" if read else ""
        text = diff(
            command.output, shown, snippet.file, command.output_line or command.line + 1 + command.text.count("\n")
        )
        what = _indented(command) if snippet.kind != TOPOLOGY else _changes(command, shown, snippet.file)
        raise Problem("\n".join([f"{where}: the output differs from the page{again}", what, text, *conflicts]))

    def _run(self, snippet: Snippet, command: Command, sent: str, where: str) -> Result:
        if snippet.kind == TOPOLOGY:
            return Result("\n".join(self._survey(command.text)), 0)
        kind = Shell if snippet.kind == "Shell" else Interpreter
        seconds = self.patience * max(command.expects.within or 0, END_SECONDS)
        try:
            session = self.sessions.get((command.host, snippet.kind)) or kind(self.hosts[command.host])
            self.sessions[command.host, snippet.kind] = session
            extra = () if snippet.kind == "Shell" else self._place(snippet, command)
            return session.run(sent, seconds, *extra)
        except TimeoutError:
            raise Problem(f"{where}: no end after {seconds} s on {command.host}\n{_indented(command)}") from None
        except Problem as problem:
            raise Problem(f"{where}: {problem}\n{_indented(command)}") from None
        except SessionEnded as ended:
            raise Problem(
                f"{where}: the shell on {command.host} ended{_last_words(str(ended))}; "
                f"a command must not exit the shell or stop the host\n{_indented(command)}"
            ) from None

    def _plain(self, snippet: Snippet, command: Command, status: int, lines: list[str]) -> bool:
        """Whether the snippet that is written for the reference holds for what this engine did; asked for variants."""
        if not self.makes_variants:
            return True
        _, reference = self._reference(snippet, command)
        return self._ends(reference, status) and bool(self._match(reference, lines))

    def _ends(self, command: Command, status: int) -> bool:
        """Whether a command may end so. On another engine, a failure is a failure: its number is the client's."""
        return status == command.expects.exits or bool(self.engine != REFERENCE and command.expects.exits and status)

    def _settled(self, command: Command, before: list[str], lines: list[str]) -> bool:
        """Whether a recording need not read again: the same came twice, and it is what the page shows but for its
        values, or nothing is written yet."""
        expects, anew = command.expects, Binding(self.binding.hosts, self.binding.typed)
        if (command.output or expects.within) and not match(command.output, lines, anew, expects.any_order):
            return False
        return bool(match(before, lines, Binding(), expects.any_order))

    def _match(self, command: Command, lines: list[str]) -> Binding | None:
        """The binding extended by what `lines` have for the command's samples, in whichever words; None if they differ."""
        alike = [lines] if self.engine == REFERENCE else [heard(lines), modern(heard(lines))]
        found = (match(command.output, each, self.binding, command.expects.any_order) for each in alike)
        return next(filter(None, found), None)

    def _rendered(self, command: Command, lines: list[str]) -> tuple[list[str], Binding, list[str]]:
        return rendered(command.output, lines, self.binding, command.expects.any_order)

    def _place(self, snippet: Snippet, command: Command) -> tuple[str, int]:
        """The file and line that a traceback names: the same on each engine."""
        plain, reference = self._reference(snippet, command)
        return plain.file, reference.line

    def _reference(self, snippet: Snippet, command: Command) -> tuple[Snippet, Command]:
        """The snippet that is written for the reference, and what `command` is there."""
        [plain] = self.walkthrough.step(snippet.step, [snippet.kind])
        return plain, plain.commands[snippet.commands.index(command)]

    def _survey(self, view: str) -> list[str]:
        """What the Engines of all hosts report for a view: sorted facts, each once."""
        facts: set[str] = set()
        hosts = self.hosts.values()
        names = [f"{host.address}={host.name}" for host in hosts]
        with ThreadPoolExecutor() as pool:
            told = list(pool.map(lambda host: host.run(["python3", "-c", SURVEY, view, host.name, *names]), hosts))
        for host, (status, output) in zip(hosts, told):
            if status:
                raise Problem(f"{host.name}: cannot survey it: {output.decode(errors='replace').strip()[-500:]}")
            facts |= set(output.decode().splitlines())
        return sorted(facts)

    def _wrong_status(self, where: str, command: Command, result: Result) -> str:
        expected = f", not {command.expects.exits}" if command.expects.exits else ""
        printed = [f"  {self.binding.output(line)}" for line in result.output.rstrip("\n").split("\n")[-20:]]
        return "\n".join(
            [
                f"{where}: exit status {result.status}{expected} on {command.host}",
                _indented(command),
                "it printed:",
                *printed,
            ]
        )

    def close(self) -> None:
        """End all sessions."""
        for session in self.sessions.values():
            session.close()


def _indented(command: Command) -> str:
    return "\n".join(f"  {line}" for line in command.text.split("\n"))


def _changes(survey: Command, shown: list[str], file: str) -> str:
    """What a run's facts, as the page would show them, have otherwise than the page: a sentence for each fact."""
    page, run = (parse("\n".join([survey.text, *facts]), file) for facts in (survey.output, shown))
    return "\n".join([_indented(survey), *(f"  {sentence}" for sentence in failures(page, run))])


def _last_words(output: str) -> str:
    return f" ({output.strip().splitlines()[-1]})" if output.strip() else ""
