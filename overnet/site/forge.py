"""Links to the forge of this build, where it knows its repository, by OVERNET_REPOSITORY or `repo_url` of mkdocs.yml: a
new issue, filled in, where readers say that something did not work for them; and the source of a page."""

import os
import subprocess
from functools import cache
from urllib.parse import urlencode

from overnet.pages.published import LANGUAGES
from overnet.project import ROOT
from overnet.site.sources import config
from overnet.site.words import PAGE

REPOSITORY = "OVERNET_REPOSITORY"  # like https://github.com/owner/name; a forge with the addresses that GitHub has
BRANCH = "main"


def report(page: str, language: str, block: str = "", engine: str = "") -> str:
    """Inline Markdown, for one block of the page as it is on an engine, or for the page; "" where no repository is
    known."""
    if not repository():
        return ""
    about = {"Page": f"{page} ({language})", "Block": block, "Engine": engine, "Commit": commit()}
    told = "\n".join(f"{name}: {value}" for name, value in about.items() if value)
    words = PAGE[language]
    query = urlencode({"title": f"{block or page}: ", "body": f"{told}\n\n{words['asked']}\n\n"})
    return f"[{words['report']}]({repository()}/issues/new?{query})"


def edit(page: str, language: str) -> str:
    """Inline Markdown, a link that opens the page's source in the forge's editor; "" where no repository is known."""
    if not repository():
        return ""
    return f"[{PAGE[language]['edit']}]({repository()}/edit/{BRANCH}/docs/{language}/{page}.md)"


@cache
def repository() -> str:
    """The address of the repository; "" where it is not known."""
    return (os.environ.get(REPOSITORY) or config(LANGUAGES[0]).get("repo_url") or "").rstrip("/")


@cache
def commit() -> str:
    """The commit that is built; "" where Git does not say."""
    try:
        done = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
