"""Each `docker` command in the prose of the pages is one that the reference's client knows: its completion tells."""

import re
import shlex
from itertools import dropwhile, groupby

import pytest

from overnet.labs.lab import Lab
from overnet.labs.run import Run
from overnet.pages.published import pages
from overnet.pages.spans import spans
from overnet.project import DOCS

END = "\x1e"  # between two replies
RUNNERS = ("sudo", "ssh")  # after which a command may stand
PREFIX = re.compile(r"\w+=.*|[\w-]*\$", re.DOTALL)  # a variable, or a prompt
UNKNOWN = re.compile(r"unknown (?:shorthand )?flag: .*")


def commands(text: str) -> list[tuple[str, ...]]:
    """The words of each docker command in inline code, without `docker` and what a pipe or a parenthesis sets off;
    those in the quotes of a message, too."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars="|&;()")
    lexer.whitespace_split = True
    try:
        words = list(lexer)
    except ValueError:  # a quote alone
        words = text.split()
    parts = [
        tuple(part) for is_word, part in groupby(words, key=lambda word: not re.fullmatch(r"[|&;()]+", word)) if is_word
    ]
    parts = [tuple(dropwhile(PREFIX.fullmatch, part)) for part in parts]
    starts = [
        part[part.index("docker") + 1 :] for part in parts if "docker" in part and part[0] in ("docker", *RUNNERS)
    ]
    quoted = [found for word in words if word.startswith("docker ") for found in commands(word.rstrip("."))]
    return [start for start in starts if start] + quoted


def questions(command: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What to have completed for a command: the words after which its subcommands come, then the whole, if it has
    flags."""
    whole = ("buildx", *command) if command[0] == "build" else command  # whose flags are those of its plugin
    return [(), command[:1], *([whole] if any(word.startswith("-") for word in command) else [])]


def fault(command: tuple[str, ...], replies: dict[tuple[str, ...], str]) -> str:
    """What the client's completion says is wrong with a command."""
    for number, word in enumerate(command[:2]):
        known = {line.partition("\t")[0] for line in replies[command[:number]].split("\n") if "\t" in line}
        if known and not word.startswith("-") and word not in known:
            return f"unknown command: {word}"
    found = UNKNOWN.search("".join(replies[question] for question in questions(command)[2:]))
    return found[0] if found else ""


def asked(lab: Lab, of: list[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """The replies of the client on the lab's first host to the questions of some commands."""
    asked = sorted({question for command in of for question in questions(command)})
    lines = [f"docker __complete {shlex.join([*words, ''])} 2>&1; printf '{END}'" for words in asked]
    _, output = next(iter(lab.hosts.values())).run(["bash", "-c", "\n".join(lines)])
    return dict(zip(asked, output.decode().split(END), strict=False))


TEXTS = {
    "docker network inspect lan": [("network", "inspect", "lan")],
    "docker": [],
    "systemctl edit docker containerd": [],
    "module 'docker' has no attribute 'from_env'": [],
    "docker-compose up": [],
    "docker info -f '{{json .Driver}}' | jq": [("info", "-f", "{{json .Driver}}")],
    "LANG=C sudo docker ps": [("ps",)],
    "node1$ docker ps": [("ps",)],
    "Use \"docker swarm init\" or see 'docker run --help'.": [("swarm", "init"), ("run", "--help")],
    "docker save a | ssh node2 docker load": [("save", "a"), ("load",)],
    "docker inspect $(docker ps -q) -f x": [("inspect", "$"), ("ps", "-q")],
    "docker ps -a --filter volume=a:b,c": [("ps", "-a", "--filter", "volume=a:b,c")],
    "docker exec 容器名 id": [("exec", "容器名", "id")],
    "docker run it's": [("run", "it's")],
}
RIGHT = ["docker network inspect lan", "docker build --progress=plain .", "docker compose up -d", "docker run -p"]
WRONG = {
    "docker inspekt": "unknown command: inspekt",
    "docker network inspekt": "unknown command: inspekt",
    "docker compose upp": "unknown command: upp",
    "docker network create --flagg x": "unknown flag: --flagg",
    "docker compose up --flagg": "unknown flag: --flagg",
    "docker build --progres=plain .": "unknown flag: --progres",
    "docker network rm -x lan": "unknown shorthand flag: 'x' in -x",
}


@pytest.mark.parametrize("text", TEXTS)
def test_the_commands_in_a_text(text: str) -> None:
    assert commands(text) == TEXTS[text]


def test_the_client_knows_each_command_of_the_pages(run: Run) -> None:
    found = [
        (page, span, command)
        for page in pages(DOCS)
        for span in spans(page)
        if span.code
        for command in commands(span.text)
    ]
    with Lab(run.outer, "client", ["node1"]) as lab:
        extra = [command for text in (*RIGHT, *WRONG) for command in commands(text)]
        replies = asked(lab, [*(command for _, _, command in found), *extra])
    assert {text: fault(command, replies) for text in WRONG for command in commands(text)} == WRONG
    assert not [text for text in RIGHT for command in commands(text) if fault(command, replies)]
    assert len(found) > 300
    assert not [
        f"{page.place(span)}: {told}: {span.text}" for page, span, command in found if (told := fault(command, replies))
    ]
