"""The sessions of one track: a shell or an interpreter for each host, opened when it is first needed, and surveys."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from overnet.errors import Problem
from overnet.labs.host import Host
from overnet.project import ROOT
from overnet.snippets.command import Command
from overnet.snippets.snippet import TOPOLOGY
from overnet.terminal.interpreter import Interpreter
from overnet.terminal.session import Answer
from overnet.terminal.shell import Shell

END_SECONDS = 60
SURVEY = (ROOT / "overnet/topology/survey.py").read_text("utf-8")


@dataclass
class Sessions:
    """Types commands, cells and surveys into hosts. Ends with `close()`."""

    hosts: dict[str, Host]
    _open: dict[tuple[str, str], Shell | Interpreter] = field(default_factory=dict)

    @property
    def patience(self) -> int:
        """How many times longer than elsewhere things may take on these hosts."""
        return max(host.patience for host in self.hosts.values())

    def seconds(self, command: Command) -> int:
        """How long one run of a command may take."""
        return self.patience * max(command.expects.within or 0, END_SECONDS)

    def run(self, kind: str, command: Command, text: str, place: tuple[str, int]) -> Answer:
        """Run `text`, which is `command` with this run's values, and return what it printed; `place` is what a Python
        traceback calls it. Raises Unfit, Unfinished, SessionEnded, and Problem if the host is gone."""
        if kind == TOPOLOGY:
            return Answer("\n".join(self._survey(text)), 0)
        key = (command.host, kind)
        if key not in self._open:
            self._open[key] = (Shell if kind == "Shell" else Interpreter)(self.hosts[command.host])
        return self._open[key].run(text, self.seconds(command), *(() if kind == "Shell" else place))

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

    def close(self) -> None:
        """End all sessions."""
        for session in self._open.values():
            session.close()
