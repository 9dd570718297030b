"""What a page cites stays what it was: a link to a file of a repository names a tag or a commit, a link to versioned
documentation the version."""

import re

import pytest

from overnet.pages.published import LANGUAGES
from overnet.project import DOCS, ROOT

ADDRESS = re.compile(r"https?://[^\s)>\"]+")
FILE = re.compile(
    r"https://(?:github\.com/[^/]+/[^/]+/(?:blob|tree|raw|blame)|raw\.githubusercontent\.com/[^/]+/[^/]+)/([^/]+)"
)
COMMIT_OR_TAG = re.compile(r"[0-9a-f]{40}|.*[v-]\d+(\.\d+)+|\d+(\.\d+){2,}")
MOVING = re.compile(r"/(latest|stable|current)/|//docs\.kernel\.org/")


def drifting(text: str) -> list[tuple[int, str]]:
    """The links of a page to what changes, each with its line, from 1."""
    lines = enumerate(text.split("\n"), 1)
    return [(number, found[0]) for number, line in lines for found in ADDRESS.finditer(line) if _changes(found[0])]


def _changes(link: str) -> bool:
    """Whether a link names no tag, commit or version. moby has a branch `25.0`: a tag has a `v` or a `-` before its
    number, or a third part."""
    file = FILE.match(link)
    return not COMMIT_OR_TAG.fullmatch(file[1]) if file else bool(MOVING.search(link))


@pytest.mark.parametrize(
    "link",
    [
        "https://github.com/moby/moby/blob/master/daemon/daemon.go",
        "https://github.com/moby/moby/blob/25.0/daemon/daemon.go",
        "https://github.com/docker/cli/tree/main/docs",
        "https://github.com/docker/cli/tree/main",
        "https://raw.githubusercontent.com/moby/moby/28.x/Dockerfile",
        "https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Requires=",
        "https://docs.kernel.org/filesystems/tmpfs.html",
    ],
)
def test_a_link_to_what_changes_has_its_line(link: str) -> None:
    assert drifting(f"# Title\n\nText ([source]({link})).\n[a]: {link}\n") == [(3, link), (4, link)]


@pytest.mark.parametrize("name", ["docker-v29.7.2", "v6.1", "7.2.0", "glibc-2.41", "0123456789abcdef" * 2 + "01234567"])
def test_a_tag_or_a_commit_stays(name: str) -> None:
    assert drifting(f"[source](https://github.com/moby/moby/blob/{name}/main/latest/a.go#L1-L2)") == []


def test_no_page_cites_what_changes() -> None:
    pages = [page for language in LANGUAGES for page in sorted((DOCS / language).rglob("*.md"))]
    links = [(page, line, link) for page in pages for line, link in drifting(page.read_text("utf-8"))]
    faults = [
        f"{page.relative_to(ROOT)}:{line}: {link}: name a tag, a commit or a version" for page, line, link in links
    ]
    assert not faults, "\n".join(faults)
