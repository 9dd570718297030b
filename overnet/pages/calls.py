"""The calls of macros in a page's Markdown, as its author wrote it."""

import re
from dataclasses import dataclass

from overnet.engines import ENGINES
from overnet.errors import Problem

OPENING = r"\[\[[=%#]"
RAW = r"\[\[% raw %\]\].*?\[\[% endraw %\]\]"
COMMENT = r"\[\[#.*?#\]\]"
FENCE = r"^[ >]*(?P<marks>`{3,}|~{3,})[^`\n]*$(?:.*?^[ >]*(?P=marks)[`~]*[ \t]*$|.*)"
PART = re.compile(rf"{RAW}|{COMMENT}|(?P<fence>{FENCE})|(?P<marked>{OPENING}(?:[^\n]*?[=%#]\]\]|[^\n]*))", re.M | re.S)
CALL = re.compile(r"""\[\[= *(?P<macro>\w+)\((?:(["'])(?P<name>[^"'\n]+)\2)?\) *=\]\]""")
PLACE = re.compile(r"(?:> | {4})*")
ON = re.compile(
    r"""\[\[= *on\((?P<quote>["'])(?P<engines>[^"'\n]+)(?P=quote), *(?P<mark>["'])(?P<text>(?:(?!(?P=mark))[^\\\n])+)(?P=mark)\) *=\]\]"""
)
MACROS = {  # and how each is called
    "lab": "lab()",
    "status": "status()",
    "step": 'step("name")',
    "topology": 'topology("name")',
    "on": 'on("29", "text of that engine")',
}


@dataclass(frozen=True)
class Call:
    """One call: step("run") has the `macro` "step" and the `name` "run"; that of lab() is "". `prefix` is what stands
    before it on its line: the indentation and the quote marks of what it is in. on("26.1 28.5", "So.") has the `name`
    "26.1 28.5" and the `text` "So."."""

    macro: str
    name: str
    line: int
    prefix: str
    text: str = ""


def calls(text: str, where: str) -> list[Call]:
    """The calls in a page's Markdown, in its order; `where` names the page in messages.

    A call is lab(), status(), step("name") or topology("name"), without a filter, alone on its line, in no code fence,
    behind nothing but quote marks and indentation by fours; what is in comments and in raw blocks is none. on("29",
    "text") is one, too, anywhere in a line of prose.
    Raises Problem (`docs/…:line: …`, one line for each fault) for all else between the marks of macros.
    """
    found, faults = [], []
    for part in PART.finditer(text):
        if part["marked"]:
            start = part.start()
        elif part["fence"] and (inside := re.search(OPENING, _without_raw(part["fence"]))):
            start = part.start() + inside.start()
        else:
            continue
        line = text.count("\n", 0, start) + 1
        before = text[text.rfind("\n", 0, start) + 1 : start]
        call, sentence = CALL.fullmatch(part["marked"] or ""), ON.fullmatch(part["marked"] or "")
        after = text[part.end() :].partition("\n")[0]
        if fault := _fault_of_sentence(sentence, before) if sentence else _fault(part, call, before, after):
            faults.append(f"{where}:{line}: {fault}")
        elif sentence:
            found.append(Call("on", sentence["engines"], line, "", sentence["text"]))
        else:
            found.append(Call(call["macro"], call["name"] or "", line, before))
    if faults:
        raise Problem("\n".join(faults))
    return found


def _without_raw(fence: str) -> str:
    """A fence with blanks for its raw blocks."""
    return re.sub(RAW, lambda raw: " " * len(raw[0]), fence, flags=re.S)


def _fault(part: re.Match, call: re.Match | None, before: str, after: str) -> str:
    """What is wrong with a part of the text, between `before` and `after` on its line; "" if it is a call."""
    marked = part["marked"]
    if not marked:
        return "no macro is called in a code fence; as text, write [[% raw %]][[= … =]][[% endraw %]]"
    if not call or _form(call) != MACROS.get(call["macro"]):
        there = ", ".join(MACROS.values())
        return f"{marked} is no call of a macro; there are {there}; as text, write [[% raw %]]{marked}[[% endraw %]]"
    if after.strip() or not PLACE.fullmatch(before):
        return (
            f"{marked} needs a line of its own, with nothing before it but four spaces for each list, note or tab that it is "
            "in, and '> ' for each quote"
        )
    return ""


def _form(call: re.Match) -> str:
    """How it is called, with "name" for the name."""
    return f"{call['macro']}(" + ('"name")' if call["name"] else ")")


def _fault_of_sentence(sentence: re.Match, before: str) -> str:
    """What is wrong with a sentence of some engines, behind `before` on its line; "" if nothing is."""
    if unknown := [engine for engine in sentence["engines"].split(" ") if engine not in ENGINES]:
        return (
            f"on() names '{unknown[0]}', which is no engine; there are: {', '.join(ENGINES)}, with a space between two"
        )
    if before.startswith("#") or before.count("`") % 2:
        return "on() is for sentences: a heading, and inline code, are the same on every engine"
    return ""
