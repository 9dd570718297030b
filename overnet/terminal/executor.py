"""Runs the commands of one track of a page, in page order, on the hosts of a lab, and yields what became of them."""

from dataclasses import dataclass

from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.labs.host import Host
from overnet.matching.binding import Binding
from overnet.snippets.command import Command
from overnet.snippets.snippet import TOPOLOGY, Snippet
from overnet.snippets.walkthrough import Walkthrough
from overnet.terminal.awaiting import NOTHING_SECONDS, PAUSE_SECONDS, Reading, awaited
from overnet.terminal.complaints import gone, no_end, wrong_output, wrong_status
from overnet.terminal.judge import Judge, Verdict
from overnet.terminal.python_reads import is_read_python
from overnet.terminal.reads import is_read, looks_back
from overnet.terminal.session import SessionEnded, Unfinished
from overnet.terminal.sessions import Sessions

READ_SECONDS = 20
READS = {"Shell": is_read, "Python": is_read_python, TOPOLOGY: lambda _: True}


@dataclass(frozen=True)
class Outcome:
    """What became of one command: the output as the page shows it, the seconds it took, and, of these, the seconds
    spent reading again until the expected output was there, and stayed; the command as it was sent, what came back, and
    its exit status. `plain`: no variant is needed, as what is written for the reference holds here. `otherwise`: how
    many readings were not what the page shows."""

    output: list[str]
    seconds: float
    waited: float
    sent: str = ""
    got: str = ""
    status: int = 0
    plain: bool = True
    otherwise: int = 0


@dataclass(frozen=True)
class Repeated:
    """A read that had to be repeated, as it was sent and with what its samples stood for, and how many commands
    there had been by then."""

    snippet: Snippet
    command: Command
    sent: str
    binding: Binding
    count: int


@dataclass
class Executor:
    """One track's run. `snippets` are the track's snippets in page order; `recording` and `engine` are the judge's.
    `wrong` is what was wrong so far, where the run could go on: `file:line: …`, with a diff."""

    walkthrough: Walkthrough
    snippets: list[Snippet]
    hosts: dict[str, Host]
    recording: bool = False
    engine: str = REFERENCE

    def __post_init__(self) -> None:
        places = self.walkthrough.places.items()
        addresses = {page: here for name, at in places for page, here in zip(at, self.hosts[name].addresses)}
        commands = (command for snippet in self.snippets for command in snippet.commands)
        binding = Binding(addresses, self.walkthrough.typed(commands))
        self.judge = Judge(self.walkthrough, binding, self.recording, self.engine)
        self.sessions = Sessions(self.hosts)
        self.wrong: list[str] = []
        self._repeated: list[Repeated] = []
        self._count = 0

    def perform(self, snippet: Snippet, command: Command) -> Outcome:
        """Run one command and judge it, and what must still be so at the end of its step or before it writes. Raises
        Problem (`file:line: …`), which begins with what was wrong before."""
        outcome = self.attempt(snippet, command)
        self.require()
        return outcome

    def attempt(self, snippet: Snippet, command: Command) -> Outcome:
        """The same, but an output that differs is added to `wrong`, and the run can go on."""
        try:
            return self._performed(snippet, command)
        except Problem as problem:
            raise Problem("\n\n".join([*self.wrong, str(problem)])) from None

    def require(self) -> None:
        """Raise Problem if anything was wrong."""
        if self.wrong:
            raise Problem("\n\n".join(self.wrong))

    def close(self) -> None:
        """End all sessions."""
        self.sessions.close()

    def _performed(self, snippet: Snippet, command: Command) -> Outcome:
        reads = READS[snippet.kind](command.text)
        if not reads:
            self._look_again(snippet.kind, command)
        reading, sent = self._read(snippet, command, reads)
        outcome = self._outcome(snippet, command, reading, sent)
        if command is snippet.commands[-1]:
            self._look_again(snippet.kind, self._after(snippet))
        return outcome

    def _read(self, snippet: Snippet, command: Command, reads: bool) -> tuple[Reading, str]:
        """Run a command, and again if it only reads; what came of it, and the command as it was sent. Nothing, where
        the page says how long to wait, may be there at once because what comes has not begun: it must stay."""
        self._count += 1
        binding, patience = self.judge.binding, self.sessions.patience
        sent = binding.command(command.text)
        nothing = reads and command.expects.within and not command.output
        reading = awaited(
            lambda: self._verdict(snippet, command, sent, binding),
            patience * (command.expects.within or READ_SECONDS) if reads else 0,
            patience,
            stays=not command.expects.passing,
            settled=lambda before, now: self.judge.settled(command, before, now),
            pause=1 if self.recording and not command.output else PAUSE_SECONDS,
            linger=NOTHING_SECONDS * patience if nothing else 0,
        )
        if reading.verdict.holds and reading.otherwise and not command.expects.passing and not self.recording:
            self._repeated.append(Repeated(snippet, command, sent, binding, self._count))
        return reading, sent

    def _verdict(self, snippet: Snippet, command: Command, sent: str, binding: Binding) -> Verdict:
        """Run a command once, and judge it with what its samples stand for."""
        try:
            answer = self.sessions.run(snippet.kind, command, sent, self.judge.place(snippet, command))
        except (Unfinished, SessionEnded, Problem) as error:
            seconds = self.sessions.seconds(command)
            raise Problem(no_end(snippet, command, error, seconds, self.judge.binding)) from None
        return self.judge.verdict(command, answer, binding)

    def _outcome(self, snippet: Snippet, command: Command, reading: Reading, sent: str) -> Outcome:
        """What became of a command. Raises Problem if it did not end as it must."""
        verdict, variant = reading.verdict, self.judge.makes_variants
        if not verdict.ended and not variant:
            raise Problem(wrong_status(snippet, command, verdict.answer, self.judge.binding))
        plain = self.judge.plain(snippet, command, verdict)
        if verdict.holds:
            self.judge.binding = verdict.binding
            shown = self.judge.shown(command, verdict.lines)[0] if variant else command.output
        else:
            shown, self.judge.binding, conflicts = self.judge.shown(command, verdict.lines)
            if not self.recording:
                self.wrong.append(wrong_output(snippet, command, reading, shown, conflicts))
        answer = verdict.answer
        return Outcome(
            shown, reading.seconds, reading.waited, sent, answer.output, answer.status, plain, reading.otherwise
        )

    def _look_again(self, kind: str, following: Command | None) -> None:
        """Read again what had to be awaited, as no command has written since: it must still be so. `following` is the
        command that comes next: one that looks back at the last one must find that one."""
        left, self._repeated = self._repeated, []
        if kind == "Shell" and following and looks_back(following.text):
            return
        for one in left:
            if one.count < self._count:
                verdict = self._verdict(one.snippet, one.command, one.sent, one.binding)
                if not verdict.holds:
                    shown, _, conflicts = self.judge.shown(one.command, verdict.lines)
                    self.wrong.append(gone(one.snippet, one.command, verdict.answer, shown, conflicts))

    def _after(self, snippet: Snippet) -> Command | None:
        """The first command of the snippet that comes after `snippet`, surveys aside."""
        places = [number for number, one in enumerate(self.snippets) if one is snippet]
        rest = self.snippets[places[0] + 1 :] if places else []
        return next((one.commands[0] for one in rest if one.kind != TOPOLOGY), None)
