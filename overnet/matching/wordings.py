"""What the older command-line tools on the hosts of other engines say in other words than the reference's.

Such words are no difference of engines, so the reference's are as good there. On the reference itself they are exact.
"""

import re

HINT = r"\n\nRun 'docker run --help' for more information"
WORDINGS = (
    # OCI runtime exec failed: MESSAGE: unknown
    (r"(OCI runtime \w+ failed: .*): unknown(?=\.?(?:\n|$))", r"\1"),
    # docker: MESSAGE. | See 'docker run --help'.      (the second line not where the container did not start)
    (r"(?s)(^|\n)(docker: .*?)\.?(?:\nSee 'docker run --help'\.)?$", r"\1\2" + HINT),
    # invalid argument MESSAGE | See 'docker run --help'.
    (r"((?:^|\n)invalid argument .*)\nSee 'docker run --help'\.$", r"\1\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]" + HINT),
    # curl: (7) Failed to connect to HOST port PORT after 0 ms: Couldn't connect to server
    (r"(Failed to connect to \S+) port (\d+ after \d+ ms): Could(?:n't| not) ", r"\1:\2: Could not "),
)  # fmt: skip
# What the client of 20.10 says or does not say after a container that did not start.
NOISE = re.compile(r'time="[^"]+" level=error msg="error waiting for container: .*"')
# What Engines before 25 list in the order of a map, by chance (moby, daemon/create.go, verifyNetworkingConfig).
NAMES = re.compile(r"(?<=Container cannot be connected to network endpoints: )[\w., -]+(?=\.$)")


def heard(lines: list[str]) -> list[str]:
    """Lines that a tool printed, without what an older one may or may not say, and with names in alphabetical order
    where it lists them in an order of chance."""
    return [NAMES.sub(_sorted, line) for line in lines if not NOISE.fullmatch(line)]


def _sorted(names: re.Match) -> str:
    return ", ".join(sorted(names[0].split(", ")))


def modern(lines: list[str]) -> list[str]:
    """Lines that a tool printed, as the reference's would have printed them."""
    text = "\n".join(lines)
    for old, new in WORDINGS:
        text = re.sub(old, new, text)
    return text.split("\n")
