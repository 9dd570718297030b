"""Markdown that macros write: code fences, and text inside something."""


def fenced(attributes: str, text: str) -> str:
    """A code fence of as many backticks as `text` needs."""
    marks = "`" * max(3, 1 + max((len(run) for run in text.split() if set(run) == {"`"}), default=0))
    return f"{marks}{{{attributes}}}\n{text}\n{marks}"


def indented(text: str) -> str:
    """`text` as what is inside a tab or an admonition."""
    return placed(f"    {text}", "    ")


def placed(text: str, prefix: str) -> str:
    """`text`, whose first line follows `prefix` already, with it before each other line; not with its spaces before an
    empty one."""
    first, *others = text.split("\n")
    return "\n".join([first, *(f"{prefix}{line}".rstrip() if not line else f"{prefix}{line}" for line in others)])


def folded(classes: str, title: str, text: str, excuse: str) -> str:
    """A fence that is out of sight until it is opened, and out of the search."""
    fence = fenced(f'.text .no-copy data-excuse="{excuse}" data-search-exclude="1"', text)
    return f'??? {classes} "{title}"\n\n{indented(fence)}'
