"""Other values of the kind that a value is of."""

import re
from collections.abc import Iterator
from random import Random

from overnet.matching.quantities import TOLERANCES
from overnet.matching.tokens import Token

HEX, BASE36, BASE32 = "0123456789abcdef", "0123456789abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def others(token: Token, random: Random) -> Iterator[tuple[str, str]]:
    """(kind, text) for other values of a token's kind."""
    kind, text = token.shape.kind, token.text
    if kind in TOLERANCES:
        yield kind, _other_quantity(kind, text)
    elif "address" in kind and "IPv" in kind:
        yield (
            f"{kind}: the last number",
            re.sub(r"[0-9a-f]*$", lambda last: _other_number(last[0], random), text, count=1),
        )
        yield f"{kind}: the network", _other_network(text)
    elif "network" in kind and "IPv" in kind:
        yield kind, _other_network(text)
    elif kind == "port":
        yield kind, str(random.randint(32768, 60999))
    elif kind == "MAC address":
        yield kind, text[:3] + ":".join(random.choice(HEX) + random.choice(HEX) for _ in range(5))
    elif text.isdigit():
        yield kind, str(int(text) + random.randint(1, 7))
    elif kind in ("date", "date of a file", "clock"):
        yield kind, re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), text)
    else:
        yield kind, _other_id(text, random)


def _other_quantity(kind: str, text: str) -> str:
    """Ten times as much; of a time in words, so many months."""
    if kind in ("age", "duration") and " " in text:
        return "3 months" if "month" not in text else "3 days"
    return re.sub(r"\d+(?:\.\d+)?", lambda number: f"{float(number[0]) * 10:g}" if float(number[0]) else "30000", text)


def _other_number(text: str, random: Random) -> str:
    return str(random.choice([number for number in range(2, 30) if str(number) != text]))


def _other_network(text: str) -> str:
    """With another third number, or, of an IPv6 address, another first but one."""
    if "." in text:
        return re.sub(r"(?<=\.)\d+(?=\\?\.\d+(?:/|$))", lambda third: str((int(third[0]) + 1) % 256), text)
    first, second, *rest = text.split(":")
    return (
        ":".join([first, f"{int(second or '0', 16) + 1:x}", *rest])
        if second
        else f"{first}:1{':'.join([second, *rest])}"
    )


def _other_id(text: str, random: Random) -> str:
    """Another one of the same length; what is no digit of it (`veth`, `sha256:`, `SWMTKN-1-`, `SWMKEY-1-`) stays."""
    fixed = re.match(r"sha256:|veth|SWM(?:TKN|KEY)-1-|", text)[0]
    digits = text[len(fixed) :]
    few = HEX if re.fullmatch(r"[0-9a-f-]+", digits) else BASE36 if digits.islower() else BASE32
    return fixed + "".join(sign if sign == "-" else random.choice(few) for sign in digits)
