"""The scripts that readers can take with them, from snippets whose outputs look like commands."""

from pathlib import Path

from overnet.pages.published import Page
from overnet.receipts.status import today
from overnet.site.blocks import fences
from overnet.site.here import Here
from overnet.site.takeaway import scripts
from overnet.snippets.walkthrough import load

LAB = "hosts: {node1: 192.0.2.11, node2: 192.0.2.12}\nminutes: 1\n"
FIRST = "node1$ cat notes\n#| node1$ rm notes\n#| > x\nnode2$ echo '> a' \\\n>   b\n#| > a b\n"
AFTER = "#: exits 1\nnode1$ false\n"
HEAD = "#!/usr/bin/env bash\n# page: the commands for "


def test_a_script_has_the_commands_of_its_host_in_page_order(tmp_path: Path) -> None:
    folder = tmp_path / "page"
    folder.mkdir()
    for name, text in {"lab.yml": LAB, "z.console": FIRST, "a.console": AFTER, "a@26.1.console": AFTER}.items():
        (folder / name).write_text(text, "utf-8")
    there = load("page", tmp_path)
    published = [there.snippets[name] for name in ("z.console", "a.console", "a@26.1.console")]
    here = Here(there, [], "en", today())
    page = Page("en", "page", tmp_path / "page.md")
    page.file.write_text("\n\n".join(fences(snippet, here) for snippet in published), "utf-8")
    assert scripts(page, there) == {
        "node1": f"{HEAD}node1\ncat notes\nfalse\n",
        "node2": f"{HEAD}node2\necho '> a' \\\n  b\n",
    }
