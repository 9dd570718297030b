"""Each module of the package can be imported, also those that another program loads by name."""

import subprocess
import sys

from overnet.project import ROOT

INSIDE_HOSTS = ("overnet/terminal/cells_in_host.py", "overnet/topology/survey.py")


def test_each_module_can_be_imported() -> None:
    files = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "overnet").rglob("*.py"))
    names = [
        file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for file in files
        if file not in INSIDE_HOSTS and "files/" not in file
    ]
    done = subprocess.run([sys.executable, "-c", f"import {', '.join(names)}"], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (0, "")
