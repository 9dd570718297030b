"""Builds the site with MkDocs, one build per language; the macros write the published Markdown on the way."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from overnet.errors import Problem
from overnet.published import PUBLISHED
from overnet.walkthrough import ROOT

CONFIGS = {"mkdocs.yml": "", "mkdocs.zh.yml": "zh"}


def publish(site: Path) -> None:
    """Build all languages into `site`. Raises Problem with what MkDocs says where it warns or fails."""
    shutil.rmtree(PUBLISHED, ignore_errors=True)
    for config, folder in CONFIGS.items():
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", config, "-d", str(site / folder)]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True)
        if done.returncode:
            raise Problem(f"{config}: MkDocs cannot build the site\n{_said(done.stdout + done.stderr)}")


def _said(output: str) -> str:
    """MkDocs' messages without a traceback."""
    lines = [line for line in output.splitlines() if line.strip()]
    problems = [line.partition("Problem: ")[2] for line in lines if "Problem: " in line]
    return "\n".join(problems or lines[-15:])
