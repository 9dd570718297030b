"""`serve` in a fresh copy, as a user has it after a clone: both languages answer, and follow the sources. How soon, is
a figure of `make bench`."""

import os
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command_line.copies import Copy
from tests.labs.processes import all_processes, parent, wait

SECONDS = 120  # for a build, on a busy machine
PAGES = ("networks/index.html", "zh/networks/index.html", "networks.md", "zh/networks.md")
SHOWN, WHOLE = "networks: shown; the whole site follows", "the whole site: shown"


@pytest.fixture
def copy(plain: Copy, tmp_path: Path) -> Copy:
    return plain.again(tmp_path / "project")


@pytest.fixture
def port() -> int:
    """A port that is free."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def listens(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def page(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=SECONDS) as answer:
        return answer.read().decode()


@dataclass
class Serving:
    """`serve` in a copy."""

    run: subprocess.Popen
    copy: Copy

    def says(self, *lines: str) -> None:
        """The next lines that it prints are these."""
        assert [self.run.stdout.readline() for _ in lines] == [f"{line}\n" for line in lines]

    def complains(self, *lines: str) -> None:
        """The next lines that it prints to standard error are these."""
        assert [self.run.stderr.readline() for _ in lines] == [f"{line}\n" for line in lines]

    def files(self) -> list[str]:
        """What the page networks is now."""
        return [(self.copy.folder / "site" / name).read_text() for name in PAGES]


@contextmanager
def serving(copy: Copy, port: int, first: Callable[[], None] = lambda: None) -> Iterator[Serving]:
    """Serve the copy, and do something during the `first` build, until Ctrl-C, after which nothing of it is left; all
    that it complains about has been read."""
    run = copy.start("serve", "--port", str(port))
    try:
        wait("the first build", (copy.folder / "build/published/en/networks.md").exists, SECONDS)
        first()
        found = Serving(run, copy)
        found.says(f"Serving on http://127.0.0.1:{port}/ and http://127.0.0.1:{port}/zh/; Ctrl-C ends it")
        wait("the server", lambda: listens(port), SECONDS)
        yield found
    finally:
        os.killpg(run.pid, signal.SIGINT)
        _, stderr = run.communicate(timeout=SECONDS)
    assert (run.returncode, stderr) == (0, "")
    assert copy.left() == []


def test_an_edit_of_a_page_is_shown_before_the_whole_site_is_built(copy: Copy, port: int) -> None:
    with serving(copy, port) as run:
        assert '<html lang="en"' in page(port, "networks/")
        assert '<html lang="zh"' in page(port, "zh/networks/")
        copy.edit("docs/en/networks.md", "# Networks {", "# Nets {")
        run.says(SHOWN)
        assert "Nets" in page(port, "networks/")
        shown = run.files()
        run.says(WHOLE)
        assert run.files() == shown
        assert "Nets" in page(port, "containers/") and "Nets" in page(port, "search/pages.json")


def test_an_edit_of_a_snippet_is_shown_in_both_languages(copy: Copy, port: int) -> None:
    with serving(copy, port) as run:
        copy.edit("snippets/networks/run.console", "docker network ls", "docker network ls --no-trunc")
        run.says(SHOWN)
        shown = run.files()
        assert all("--no-trunc" in text for text in shown)
        run.says(WHOLE)
        assert run.files() == shown


def test_an_edit_is_shown_while_the_whole_site_is_built_of_another(copy: Copy, port: int) -> None:
    with serving(copy, port) as run:
        copy.edit("docs/en/networks.md", "{#run}", "{#go}")
        run.says(SHOWN)
        copy.edit("docs/en/containers.md", "## Ping {", "[Go](networks.md#go)\n\n## Ping {")
        run.says("containers, networks: shown; the whole site follows", WHOLE)
        assert "../networks/#go" in page(port, "containers/")


def test_an_edit_during_the_first_build_is_shown_after_it(copy: Copy, port: int) -> None:
    with serving(copy, port, lambda: copy.edit("docs/en/networks.md", "# Networks {", "# Nets {")) as run:
        run.says(SHOWN, WHOLE)
        assert "Nets" in page(port, "networks/")


def test_what_is_wrong_is_told_and_the_page_stays_until_it_is_mended(copy: Copy, port: int) -> None:
    with serving(copy, port) as run:
        shown, source = run.files(), copy.folder / "docs/en/networks.md"
        text = source.read_text()
        copy.edit("docs/en/networks.md", "## Run {", "[Away](away.md)\n\n## Run {")
        run.complains(
            "mkdocs.yml: MkDocs cannot build the site",
            "docs/en/networks.md:5: contains a link 'away.md', but the target is not found among documentation files.",
        )
        source.write_text(text.replace('step("run")', 'step("walk")'))
        run.complains(
            "mkdocs.yml: MkDocs cannot build the site",
            "docs/en/networks.md:7: no snippet 'walk' in snippets/networks/; there are: run",
        )
        source.write_text(text.replace("## Run {", "```mermaid\nflowchart LR\n  c --< d\n```\n\n## Run {"))
        said = [run.run.stderr.readline() for _ in range(4)]
        assert "docs/en/networks.md:5: Mermaid cannot draw it: Parse error" in said[0]
        assert said[-1].startswith("Expecting "), said
        assert run.files() == shown
        source.write_text(text.replace("# Networks {", "# Nets {"))
        run.says(SHOWN, WHOLE)


def test_any_other_change_is_shown_with_the_whole_site(copy: Copy, port: int) -> None:
    with serving(copy, port) as run:
        for language in ("en", "zh"):
            (copy.folder / f"docs/{language}/more.md").write_text("# More {#more}\n")
        wait("the new page", lambda: "more/" in page(port, "networks/"), SECONDS)
        copy.edit("docs/en/more.md", "# More {", "# Still more {")
        run.says("more: shown; the whole site follows", WHOLE)


def test_an_edit_is_shown_with_the_whole_site_where_what_built_it_has_ended(copy: Copy, port: int) -> None:
    with serving(copy, port) as run:
        for process, arguments in all_processes():
            if b"overnet.site.builder" in arguments and parent(process) == run.run.pid:
                os.kill(process, signal.SIGKILL)
        copy.edit("docs/en/networks.md", "# Networks {", "# Nets {")
        wait("the new heading", lambda: "Nets" in page(port, "networks/"), SECONDS)
        copy.edit("docs/en/networks.md", "# Nets {", "# Networks {")
        run.says(SHOWN, WHOLE)


def test_a_port_in_use_is_told_before_the_build(copy: Copy, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        done = copy.overnet("serve", "--port", str(port))
    assert (done.returncode, done.stderr) == (
        1,
        f"port {port} cannot be used (Address already in use): end what listens there, or take another: "
        f"make serve PORT={port + 1}\n",
    )
