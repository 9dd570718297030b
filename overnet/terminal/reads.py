"""Which commands only read, and so may be repeated until the page's output appears.

Swarm, DNS and gossip need a moment: a page awaits them by reading again, never by `sleep`, and a write is never
sent twice. What is not surely a read counts as a write.
"""

import re
import shlex

from overnet.terminal.programs import DOCKER, DOCKER_VALUES, READING, RULES, VALUES, WRAPPERS

SUBSTITUTION = re.compile(r"\$\(([^()]*)\)")
# Redirections that write no file: from one, to nowhere, of one channel to the other.
HARMLESS = re.compile(r"[\d&]?>{1,2} ?/dev/null|\d?>&\d|(?<!<)<(?![<(&])")
LAST = re.compile(r"\$\{?(\?|_(?!\w))|PIPESTATUS")
HISTORY = re.compile(r"![\w!$?#{-]")
LISTED = re.compile(r";|&&|\|\||\n")


def looks_back(command: str) -> bool:
    """Whether a shell command asks what the one before it left: its status, its last word, its place in the history.

    >>> looks_back("echo $?"), looks_back("echo $_"), looks_back("echo !!")
    (True, True, True)
    >>> looks_back("echo $_X"), looks_back("[ 1 != 2 ]"), looks_back("curl http://a2; echo $?")
    (False, False, False)
    """
    return bool(LAST.search(LISTED.split(command)[0]) or HISTORY.search(command))


def is_read(command: str) -> bool:
    """Whether a shell command only reads: every part of its pipelines and lists is a known reading program, and it does
    not look back at the last one, which would be itself.

    >>> is_read("docker service ls | grep web"), is_read("docker exec a1 ping -c 1 a2")
    (True, True)
    >>> is_read("ls > names"), is_read("docker network rm overnet"), is_read("ID=$(docker ps -q)"), is_read("echo $?")
    (False, False, False, False)
    >>> is_read("ip netns exec red ping -c 1 blue"), is_read("ip -n red route"), is_read("ip -n red link set lo up")
    (True, True, False)
    >>> is_read("docker exec $(docker ps -q) ping -c 1 a2"), is_read("docker logs $(docker run -d alpine)")
    (True, False)
    """
    if looks_back(command):
        return False
    while inner := SUBSTITUTION.search(command):
        if not is_read(inner[1]):
            return False
        command = command.replace(inner[0], "substituted")
    command = command.replace("\\\n", " ")
    if "`" in command or "\n" in command:
        return False
    try:
        lexer = shlex.shlex(HARMLESS.sub(" ", command), posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        words = list(lexer)
    except ValueError:
        return False
    parts: list[list[str]] = [[]]
    for word in words:
        if word in ("|", "||", "&&", ";"):
            parts.append([])
        elif set(word) <= set("<>&();|"):
            return False
        else:
            parts[-1].append(word)
    return all(part and _reads(part) for part in parts)


def _reads(words: list[str]) -> bool:
    """Whether one simple command only reads."""
    program, *rest = words
    if program == "!" or re.fullmatch(r"\w+=.*", program):
        return bool(rest) and _reads(rest)
    if program in WRAPPERS:
        after = _operands(rest, VALUES[program])[WRAPPERS[program] :]
        return bool(after) and _reads(after)
    if program in SPECIAL:
        return SPECIAL[program](rest)
    if program in RULES:
        return RULES[program](rest)
    return program in READING


def _operands(words: list[str], with_value: frozenset[str]) -> list[str]:
    """`words` from the first that is neither a flag nor the value of one; a flag in `with_value` has one."""
    while words and words[0].startswith("-"):
        if words[0] == "--":
            return words[1:]
        words = words[2:] if words[0] in with_value else words[1:]
    return words


def _docker(rest: list[str]) -> bool:
    group, rest = "", _operands(rest, DOCKER_VALUES[""])
    if rest and rest[0] in DOCKER:
        group, rest = rest[0], _operands(rest[1:], DOCKER_VALUES.get(rest[0], frozenset()))
    if not rest:
        return False
    verb, *rest = rest
    if verb == "exec" and group in ("", "container", "compose"):
        flags = rest[: len(rest) - len(_operands(rest, DOCKER_VALUES["exec"]))]
        after = _operands(rest, DOCKER_VALUES["exec"])[1:]
        return (
            bool(after) and _reads(after) and not any(re.fullmatch(r"-\w*d\w*|--detach(=.*)?", word) for word in flags)
        )
    changes = {"--rotate", "--bootstrap", "-o", "--output"}
    return verb in DOCKER[group] and not any(word.partition("=")[0] in changes for word in rest)


def _ip(rest: list[str]) -> bool:
    """`ip` and `bridge`: an object alone is shown."""
    while rest and rest[0].startswith("-"):
        if re.match(r"-b(?!r)|-B|-force", rest[0]):
            return False
        rest = rest[2:] if rest[0] in VALUES["ip"] else rest[1:]
    if rest[:2] in (["netns", "exec"], ["vrf", "exec"]):
        return len(rest) > 3 and _reads(rest[3:])
    rest = rest[1:] if rest[:1] == ["xfrm"] else rest
    verb = next((word for word in rest[1:] if not word.startswith("-")), "show")
    return bool(rest) and rest[0] != "monitor" and verb in ("show", "list", "ls", "get", "identify", "pids")


def _nsenter(rest: list[str]) -> bool:
    after = _operands(rest, VALUES["nsenter"])
    return bool(after) and _reads(after)


def _shell(rest: list[str]) -> bool:
    return len(rest) == 2 and rest[0] == "-c" and is_read(rest[1])


SPECIAL = {"docker": _docker, "ip": _ip, "bridge": _ip, "nsenter": _nsenter, "sh": _shell, "bash": _shell}
