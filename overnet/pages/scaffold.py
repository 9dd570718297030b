"""A new page: its two languages and its walkthrough of one step, which an author then makes theirs."""

import re
from pathlib import Path

from overnet.errors import Problem
from overnet.project import ROOT

FILES = {
    "snippets/{page}/lab.yml": "hosts: {{node1: 192.0.2.11}}\nimages: [alpine]\nminutes: 10\n",
    "snippets/{page}/first.console": "$ docker pull -q alpine\n$ docker run --rm alpine echo hello\n",
    "docs/en/{page}.md": """# {title} {{#{name}}}

You will … (say here what the reader is able to do at the end).

[[= lab() =]]

## The first step {{#first}}

Say what the next block does.

[[= step("first") =]]

Say what to notice in it.
""",
    "docs/zh/{page}.md": """# {title} {{#{name}}}

本页……（先写读者读完之后能做什么）。

[[= lab() =]]

## 第一步 {{#first}}

说明下面的代码块要做什么。

[[= step("first") =]]

说明输出中应当注意什么。
""",
}


def scaffold(page: str, root: Path = ROOT) -> list[str]:
    """Write the files of the new page `page` ("overlay/foo"), and return what the author has to know of them, a line
    for each. Raises Problem if the page cannot be called so, or a file is there already."""
    if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", page):
        raise Problem(f"'{page}' is no page's path: a folder and a name in small letters, like overlay/foo")
    name = page.partition("/")[2]
    title = name.replace("-", " ").capitalize()
    texts = {
        root / path.format(page=page): text.format(page=page, name=name, title=title) for path, text in FILES.items()
    }
    if there := [file for file in texts if file.exists()]:
        raise Problem(f"{there[0].relative_to(root)}: is there already")
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return [
        *(f"{file.relative_to(root)}: written" for file in texts),
        f"mkdocs.yml, mkdocs.zh.yml: put it into nav: - {title}: {page}.md",
    ]
