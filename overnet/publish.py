"""Builds the site with MkDocs, one build per language; the macros write the published Markdown on the way."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from overnet import mermaid
from overnet.errors import Problem
from overnet.published import PUBLISHED, Page, pages
from overnet.walkthrough import ROOT

CONFIGS = {"mkdocs.yml": "", "mkdocs.zh.yml": "zh"}
SOURCES = ("docs", "snippets", "overrides", *CONFIGS)


def publish(site: Path, published: Path) -> list[Page]:
    """Build all languages into `site`, and return the published pages, which are written to `published`.

    Raises Problem with what MkDocs says where it warns or fails.
    """
    mermaid.fetch()
    shutil.rmtree(published, ignore_errors=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", PUBLISHED: str(published)}
    for config, folder in CONFIGS.items():
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(site / folder)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        if done.returncode:
            raise Problem(f"{config}: MkDocs cannot build the site\n{_said(done.stdout + done.stderr)}")
    return pages(published)


def serve(site: Path, published: Path, port: int) -> None:
    """Build the site, serve it on loopback, and build it again whenever a source changes, until Ctrl-C."""

    def build() -> None:
        try:
            publish(site, published)
        except Problem as problem:
            print(problem, file=sys.stderr)

    build()
    server = LiveReloadServer(build, "127.0.0.1", port, str(site))
    for source in SOURCES:
        server.watch(str(ROOT / source))
    with suppress(KeyboardInterrupt):
        server.serve()


def _said(output: str) -> str:
    """MkDocs' messages, and those of its macros, without their tracebacks."""
    problems = re.findall(r"\bProblem: (.+)", output)
    macros = re.findall(r"_File_: `(.+)`\s+_(.+?):?_:? (.+)", output)
    warnings = re.findall(r"(?:WARNING|ERROR) +- +(.+)", output)
    said = problems or [f"{file}: {error}: {text}" for file, error, text in macros] or warnings
    return "\n".join(dict.fromkeys(said or output.splitlines()[-15:]))
