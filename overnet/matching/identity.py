"""When two texts of one side, of the page or of the run, are one value: an id and its first digits, an address or a
quantity in two ways of writing.

Which value of the run stands for a value of the page is decided in binding; that a word of a few digits only begins a
known id, in tokens."""

import ipaddress

from overnet.matching.quantities import TOLERANCES, measure
from overnet.matching.shapes import Shape

Name = tuple[str, str]  # what a value is bound by: (identity or kind, key)
IDS = ("hex id", "swarm id", "git hash")
LENGTHS = {"hex id": 12, "swarm id": 12, "git hash": 7}


def key(text: str, shape: Shape) -> str:
    """What all forms of one value have in common: ids the first digits, addresses one way of writing,
    quantities what they measure."""
    if shape.identity in LENGTHS:
        return text.removeprefix("sha256:")[: LENGTHS[shape.identity]]
    if shape.form == "escaped":
        return text.replace("\\", "")
    if shape.form == "reversed":
        return ".".join(reversed(text.split(".")))
    if shape.kind in TOLERANCES:
        return measure(text)
    if shape.identity in ("MAC address", "UUID"):
        return text.lower()
    if shape.identity == "IPv6 address":
        return _short(text)
    return text


def _short(address: str) -> str:
    try:
        return str(ipaddress.IPv6Address(address))
    except ValueError:
        return address
