"""What the workflows call is there, and CONTRIBUTING.md says what it does."""

import os
import re

import pytest
import yaml

from overnet.project import ROOT

WORKFLOWS = {file.name: file.read_text("utf-8") for file in (ROOT / ".github/workflows").iterdir()}
SCRIPTS = sorted(f".ci/{file.name}" for file in (ROOT / ".ci").iterdir())
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def steps(workflow: str, job: str = "") -> list[str]:
    """What the steps of a workflow, or of one job of it, run or use."""
    jobs = yaml.safe_load(WORKFLOWS[workflow])["jobs"]
    chosen = [jobs[job]] if job else jobs.values()
    return [step.get("run") or step["uses"] for one in chosen for step in one["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_what_a_workflow_calls_is_there(workflow: str) -> None:
    called = "\n".join(steps(workflow))
    assert set(re.findall(r"\.ci/[\w-]+", called)) <= set(SCRIPTS)
    assert {name for names in re.findall(r"\bmake ([a-z -]+)", called) for name in names.split()} <= TARGETS


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_run_and_is_documented(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert f"`{script}" in "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))


def test_what_is_deployed_was_tested_as_it_was_built() -> None:
    found = [
        re.search(r"\.ci/publish site|make browse|upload-pages-artifact", one) for one in steps("publish.yml", "site")
    ]
    assert [one[0] for one in found if one] == [".ci/publish site", "make browse", "upload-pages-artifact"]
