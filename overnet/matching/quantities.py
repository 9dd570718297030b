"""Quantities: sizes, durations and percentages, which every run measures anew. They match within a factor.

How far sizes and times differ where nothing is wrong is from ten runs of eleven pages on each of Engines 20.10, 26.1,
28.5 and 29.7 (two of these pages not on 20.10), on a busy machine. A size: by 0.1 % on one Engine, by 7 % from one to
another; the factor leaves room for other images than those of the runs. The time to copy 128 MB: by a factor of 4.4 on
one Engine, of 6.2 between all, so its page has a wider one. A ping: 0.05 ms to 229 ms, but at most 50 ms in 2856 of
2872 figures, so that small times say nothing but "at once".
"""

import re
from dataclasses import dataclass

_UNITS = {
    "B": 1,
    "ns": 1e-9,
    "us": 1e-6,
    "µs": 1e-6,
    "ms": 1e-3,
    "milliseconds": 1e-3,
    "s": 1,
    "m": 60,
    "h": 3600,
    "%": 1,
}
_UNITS |= {f"{sign}B": 1000**power for power, sign in enumerate("kMGTP", 1)} | {"KB": 1000}
_UNITS |= {f"{sign}iB": 1024**power for power, sign in enumerate("KMGTP", 1)} | {"kiB": 1024}
_SPANS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 7 * 86400,
    "month": 30 * 86400,
    "year": 365 * 86400,
}
_ABOUT = {"Less than a second": 0.5, "About a minute": 60, "About an hour": 3600}


@dataclass(frozen=True)
class Tolerance:
    """Two values match if the larger is at most `factor` times the smaller; what is below `least` counts as `least`."""

    factor: float
    least: float = 0


# An age counts from a command that a read may follow for twenty seconds (see terminal.executor).
TOLERANCES = {
    "size": Tolerance(1.25),
    "latency": Tolerance(5, least=0.05),
    "duration": Tolerance(5, least=0.05),
    "age": Tolerance(5, least=20),
    "percentage": Tolerance(5),
}


def difference(kind: str, sample: str, real: str, factor: int | None = None) -> str:
    """How two quantities of one kind differ, as one sentence; "" if they match: the same way of writing, the same unit
    (but for its power), and a value within the kind's factor, or within `factor` if that is wider."""
    tolerance = TOLERANCES[kind]
    limit = max(tolerance.factor, factor or 0)
    if _notation(kind, sample) != _notation(kind, real) and "B" not in (_unit(sample), _unit(real)):
        return f"'{sample}' and the run's {real} are in different units"
    pairs = zip(_values(sample), _values(real), strict=True)
    if all(_near(one, other, limit, tolerance.least) for one, other in pairs):
        return ""
    return f"'{sample}' and the run's {real} differ by more than a factor of {limit:g}"


def measure(text: str) -> str:
    """What all ways of writing one quantity have in common: its values in bytes, seconds or per cent."""
    return "/".join(str(round(float(value), 9)) for value in _values(text))


def _near(one: float, other: float, factor: float, least: float) -> bool:
    small, large = sorted((max(one, least), max(other, least)))
    return large <= small * factor


def _values(text: str) -> list[float]:
    """The values of a quantity in bytes, seconds or per cent: one, but for latencies like `0.1/0.2/0.3 ms`."""
    if (about := text[0].upper() + text[1:]) in _ABOUT:
        return [_ABOUT[about]]
    if (span := re.fullmatch(r"(\d+) ([a-z]+?)s?", text)) and span[2] in _SPANS:
        return [int(span[1]) * _SPANS[span[2]]]
    if "/" in text:
        return [float(number) * _UNITS[_unit(text)] for number in re.findall(r"\d+(?:\.\d+)?", text)]
    return [sum(float(number) * _UNITS[unit] for number, unit in re.findall(r"(\d+(?:\.\d+)?) ?([a-zA-Zµ%]+)", text))]


def _unit(text: str) -> str:
    return re.search(r"[a-zA-Zµ%]*$", text)[0]


def _notation(kind: str, text: str) -> tuple:
    """What must be the same in the way in which two quantities are written: the family of units, the number of values,
    whether a space is before the unit."""
    if kind == "age":
        return ()
    family = "binary" if "iB" in text else "milliseconds" if "milli" in text else kind
    return family, text.count("/"), " " in text
