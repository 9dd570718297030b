"""The check that the newest ProperDocs makes the same site."""

import re
from pathlib import Path

from tests.command_line.copies import Copy

# A page that knows which of the two makes it.
HOOK = """
import sys


def on_post_page(output, page, **_):
    return output + "By ProperDocs" if page.file.src_uri == "swarm.md" and "properdocs" in sys.modules else output
"""


def test_pages_that_differ_are_named_and_no_others(plain: Copy, tmp_path: Path) -> None:
    copy = plain.again(tmp_path / "project")
    assert copy.overnet("site").returncode == 0
    (copy.folder / "other.py").write_text(HOOK)
    copy.edit("mkdocs.yml", "nav: null", "nav: null\nhooks: [overnet/site/mermaid_hook.py, other.py]")
    done = copy.ci("properdocs")
    assert done.returncode == 1, done.stderr
    differing = re.findall(r"^Files \S+/mkdocs/(\S+) and \S+ differ$", done.stdout, re.MULTILINE)
    assert differing == ["mkdocs.yml/swarm/index.html", "mkdocs.zh.yml/swarm/index.html"], done.stdout
    assert done.stdout.count("\n") == 2
