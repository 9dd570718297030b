"""Which calls of macros a page's Markdown has."""

import pytest

from overnet.errors import Problem
from overnet.pages.calls import Call, calls

PAGE = """# Page {#page}

[[= lab() =]]

[[# Not yet: [[= step("later") =]]
[[= step("never") =]] #]]

```{.sh data-excuse="for another machine"}
[[ $# -eq 0 ]] && ls
```

!!! note

    > [[= step('run') =]]

[[= topology("map") =]]

[[% raw %]]
[[= step("shown") =]]
[[% endraw %]]

- It works. [[= on("26.1 28.5", "Not `here`.") =]] Then, [[= on('29', 'says "no"') =]].
"""


def test_the_calls_in_their_order_with_their_places() -> None:
    assert calls(PAGE, "docs/en/page.md") == [
        Call("lab", "", 3, ""),
        Call("step", "run", 14, "    > "),
        Call("topology", "map", 16, ""),
        Call("on", "26.1 28.5", 22, "", "Not `here`."),
        Call("on", "29", 22, "", 'says "no"'),
    ]


NO_CALL = "is no call of a macro"
NO_PLACE = "needs a line of its own"
IN_A_FENCE = "no macro is called in a code fence"
FAULTS = {
    "a filter": ('[[= step("run") | indent(4) =]]', NO_CALL),
    "an argument with a name": ('[[= step(name="run") =]]', NO_CALL),
    "no argument": ("[[= step() =]]", NO_CALL),
    "an argument too much": ('[[= lab("x") =]]', NO_CALL),
    "another macro": ('[[= stepp("run") =]]', NO_CALL),
    "a value": ("[[= config.site_name =]]", NO_CALL),
    "a block": ("[[% for x in y %]]", NO_CALL),
    "no end": ('[[= step("run")', NO_CALL),
    "a comment without end": ("[[# never", NO_CALL),
    "the middle of a line": ('see [[= step("run") =]]', NO_PLACE),
    "more behind it": ('[[= step("run") =]] and so on', NO_PLACE),
    "two in a line": ("[[= lab() =]] [[= lab() =]]", NO_PLACE),
    "a list's mark": ('- [[= step("run") =]]', NO_PLACE),
    "two spaces": ('  [[= step("run") =]]', NO_PLACE),
    "a heading": ("# [[= lab() =]]", NO_PLACE),
    "a cell": ('| [[= step("run") =]] |', NO_PLACE),
    "inline code": ('`[[= step("run") =]]`', NO_PLACE),
    "a sentence of no engine": ('[[= on("27", "So.") =]]', "on() names '27', which is no engine"),
    "engines with commas": ('[[= on("26.1, 29", "So.") =]]', "on() names '26.1,'"),
    "a sentence that says nothing": ('[[= on("29") =]]', NO_CALL),
    "a sentence with its own marks": ('[[= on("29", "says "no"") =]]', NO_CALL),
    "a sentence as a heading": ('## [[= on("29", "So") =]] {#so}', "on() is for sentences"),
    "a sentence in inline code": ('`a [[= on("29", "b") =]]`', "on() is for sentences"),
    "a fence": ("```sh\n[[= lab() =]]\n```", IN_A_FENCE),
    "a fence in a note": ("!!! note\n\n    ~~~sh\n    [[= lab() =]]\n    ~~~", IN_A_FENCE),
    "a fence in a longer one": ("````\n```\n[[= lab() =]]\n````", IN_A_FENCE),
    "a comment in a fence": ("```\n[[# x #]]\n```", IN_A_FENCE),
    "a fence without end": ("```\n\n[[= lab() =]]\n", IN_A_FENCE),
}


@pytest.mark.parametrize("what", FAULTS)
def test_anything_else_is_told_with_its_line(what: str) -> None:
    text, fault = FAULTS[what]
    before = text.partition("[[")[0].count("\n")
    with pytest.raises(Problem) as found:
        calls(f"\n\n{text}\n", "docs/en/page.md")
    first = str(found.value).split("\n")[0]
    assert first.startswith(f"docs/en/page.md:{3 + before}: ")
    assert fault in first
