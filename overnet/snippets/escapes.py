"""Control characters: how a snippet's file holds those that a program printed, and how readers see them.

In an escaped line of output (see transcript and cells), `\\\\` is a backslash and `\\xNN` the control character of that
hexadecimal number. A tab is no control character here: it is written as it is.
"""

import re

from overnet.errors import Problem

CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")  # Unicode's category Cc, but tab
ESCAPE = re.compile(r"\\(\\|x[0-9a-f]{2})?")
SIGNS = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), 0x2028, 0x2029], 0xFFFD),
}


def escaped(line: str) -> str:
    """What stands for a line of output in an escaped line."""
    return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", line.replace("\\", "\\\\"))


def unescaped(text: str, where: str) -> str:
    """The line of output that `text`, as `escaped` makes it, stands for. Raises Problem (`where: …`) for a backslash
    that is not one of these escapes."""

    def meant(found: re.Match) -> str:
        if found[1] == "\\":
            return "\\"
        if found[1] and CONTROL.match(character := chr(int(found[1][1:], 16))) and character != "\n":
            return character
        raise Problem(
            rf"{where}: in an escaped line, a backslash is '\\', and a control character '\xNN' (like '\x1b')"
        )

    return ESCAPE.sub(meant, text)


def printable(text: str) -> str:
    """`text` as readers see it: its control characters (but newline and tab) as the signs that Unicode has for them;
    U+FFFD for those without a sign, and for the two other characters that end a line."""
    return text.translate(SIGNS)


def check(line: str, where: str) -> None:
    """Raises Problem (`where: …`) if a line of a snippet has a control character in it: no two programs read it
    alike."""
    if found := CONTROL.search(line):
        raise Problem(
            f"{where}: a control character (U+{ord(found[0]):04X}); in an output, `make record` writes it "
            f"'\\x{ord(found[0]):02x}', in an escaped line"
        )
