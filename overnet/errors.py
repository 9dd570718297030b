"""Errors that are for people."""


class Problem(Exception):
    """What is wrong and what to do, in one sentence; printed without a traceback."""


class NotHere(Problem):
    """What this machine has not, so that something can be neither done here nor found wrong."""


def last_lines(log: bytes, count: int = 3) -> str:
    """Return the last lines of a log as one line of text."""
    return " | ".join(log.decode(errors="replace").strip().splitlines()[-count:])
