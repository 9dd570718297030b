r"""The shell of a reader: an interactive bash, whose prompts say where it is. Only a terminal is missing.

bash prints PS0 when it has read a command and begins with it, PS1 when it wants one, PS2 when it wants more of one (the
bash manual, "Controlling the Prompt"). Ours are a random mark, and a digit that `\06x` becomes only when bash prints
it, so that `set` or `set -x`, which print them as they are set, are not taken for prompts. Expanding `$?` in PS1 runs
nothing: `$?`, `$_` and PIPESTATUS remain the reader's.

As soon as a command begins, a comment is sent after it. bash reads that when the command is done, and prompts once
more; if it does not, the command has read it, as it would have read the next line that a reader pastes.
"""

import re
import time
from contextlib import suppress

from overnet.errors import Problem
from overnet.labs.host import Host
from overnet.terminal.session import Answer, Session, SessionEnded, Unfinished, Unfit

START_SECONDS = 60
PROMPT_SECONDS = 15
INPUT_SECONDS = 2
BEGINS, ENDS, CONTINUES, COMMENT = b"0", b"1", b"2", b"\n"
SETTINGS = r"PS0='{0}\060' PS1='{0}\061 $?;' PS2='{0}\062' HISTIGNORE='#{0}'; unset HISTFILE MAILCHECK; history -c"
# What bash says of a child that a signal ended, since there is no terminal whose state it could set.
NO_TERMINAL = re.compile(rb"bash: \[\d+: \d+ \(\d+\)\] tcsetattr: Inappropriate ioctl for device\n")
READS_INPUT = (
    "it reads standard input: what follows it on the page would be eaten; give it </dev/null or a here-document"
)
INCOMPLETE = (
    "the command is not complete here: it ends in a backslash, or leaves a quote, a bracket or a here-document open"
)
COMPLETE = "the command was complete before this line: a terminal would show a prompt here, not '> '"


class Shell(Session):
    """An interactive bash without start-up files, line editing or a terminal; its input is a pipe."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, ["sh", "-c", "exec bash --noprofile --norc --noediting -i 2>&1"])
        mark = self._mark.encode()
        self._prompt = re.compile(rb"%s(0|1 \d+;|2|\n)" % mark)
        self._comment = b"#%s\n" % mark
        self._stream.write(SETTINGS.format(self._mark).encode() + b"\n")
        self._until(self._prompt, time.monotonic() + START_SECONDS)

    def run(self, text: str, seconds: float) -> Answer:
        """Type `text`, one command in one or more lines. Raises Unfit, Unfinished, SessionEnded."""
        printed: list[bytes] = []
        try:
            status = self._ended(text, time.monotonic() + seconds, printed)
        except Unfinished as error:
            if self._waits_for_input():
                raise Unfit(0, READS_INPUT) from None
            raise Unfinished(_text(printed) + str(error)) from None
        except SessionEnded as error:
            raise SessionEnded((_text(printed) + str(error)).removesuffix("exit\n")) from None
        return Answer(_text(printed), status)

    def _ended(self, text: str, deadline: float, printed: list[bytes]) -> int:
        """The exit status with which the command `text` ends; what it prints is added to `printed`."""
        self._stream.write(f"{text}\n".encode())
        lines, taken, begun = text.count("\n") + 1, 1, False
        while True:
            output, prompt = self._until(self._prompt, deadline)
            printed.append(output)
            if prompt == CONTINUES:
                taken += 1
                if taken > lines:
                    raise Unfit(lines - 1, INCOMPLETE)
            elif prompt == COMMENT:
                raise Unfit(0, READS_INPUT)
            elif taken < lines:
                raise Unfit(taken, COMPLETE)
            elif prompt == BEGINS:
                with suppress(Problem):  # that the shell has ended is seen by what it printed
                    self._stream.write(self._comment)
                begun = True
            else:
                if begun:
                    self._require_prompt()
                return int(prompt[2:-1])

    def _require_prompt(self) -> None:
        """Wait for the prompt after the comment. What a job in the background prints meanwhile, the next command
        shows."""
        late = b""
        try:
            while True:
                output, prompt = self._until(self._prompt, time.monotonic() + PROMPT_SECONDS)
                late += output
                if prompt != COMMENT:
                    break
                late = late.removesuffix(b"#")  # set -v: bash prints what it reads
        except Unfinished:
            raise Unfit(0, READS_INPUT) from None
        if not prompt.startswith(ENDS):
            raise Unfit(0, READS_INPUT)
        self._received[:0] = late

    def _waits_for_input(self) -> bool:
        """Whether the command that did not end ends with its input, and has read the comment."""
        self._stream.end_input()
        try:
            _, prompt = self._until(self._prompt, time.monotonic() + INPUT_SECONDS)
        except (Unfinished, SessionEnded):
            return False
        try:
            self._until(self._prompt, time.monotonic() + INPUT_SECONDS)
        except (Unfinished, SessionEnded):
            return True
        return prompt == COMMENT


def _text(printed: list[bytes]) -> str:
    return NO_TERMINAL.sub(b"", b"".join(printed)).decode(errors="replace")
