"""The interfaces of hosts that Shell commands name: eth0 in every lab, and whatever a reader's host calls its own."""

import re
from collections.abc import Iterable

from overnet.snippets.command import Command

# A command in a container or in a network namespace is about the interfaces in there.
_INSIDE = re.compile(
    r"\bdocker (?:container )?(?:exec|run)\b|\bdocker compose (?:exec|run)\b|\bnsenter\b|\bnetns\b|\bip -n\b"
)
_NAME = r"(eth\d+)(?![\w-])"
# Where the name of an interface is an argument: in the words of a log, it is none.
_ASKED = re.compile(
    r"(?:-i |-[Kk] |-addr |\bdev |\blink (?:set |show )?|\bshow |\biifname |\bin on |\bparent[=:] ?|/net/|\bconf\.)"
    + _NAME
)
_ANY = re.compile(rf"(?<![\w-]){_NAME}")


def of_hosts(commands: Iterable[Command]) -> dict[str, list[str]]:
    """The interfaces that commands on each host have as arguments."""
    found: dict[str, list[str]] = {}
    for command in commands:
        if is_outside(command):
            for name in _ASKED.findall(command.text):
                if name not in found.setdefault(command.host, []):
                    found[command.host].append(name)
    return {host: names for host, names in found.items() if names}


def is_outside(command: Command) -> bool:
    """Whether what a command names are interfaces of its host, not those in a container."""
    return not _INSIDE.search(command.text)


def places(line: str) -> list[tuple[int, str]]:
    """Where a line names an interface, and which; of a VLAN's, like eth0.50, its parent."""
    return [(found.start(), found[1]) for found in _ANY.finditer(line)]
