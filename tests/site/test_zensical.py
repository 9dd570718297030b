"""What the check of Zensical compares, and how it ends."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from overnet.project import ROOT
from overnet.site import fence, numbers, zensical
from overnet.site.sources import config

ROWS = re.compile(r"^\| ([^|]+) \| (none|fewer|more) \|", re.MULTILINE)
AS_KNOWN = {"none": 0, "fewer": 5, "more": 15}


@pytest.fixture
def as_known() -> dict[str, int]:
    """The numbers of Zensical, if there are 10 of everything with MkDocs, and all is as known."""
    return {"pages": 10} | {what: AS_KNOWN[how] for what, how in zensical.GAPS.items()}


def unknown(theirs: dict[str, int]) -> list[str]:
    return zensical.unknown(dict.fromkeys(theirs, 10), theirs)


def test_known_gaps_are_no_faults(as_known: dict[str, int]) -> None:
    assert unknown(as_known) == []


@pytest.mark.parametrize(
    ("what", "number", "said"),
    [
        ("pages", 9, "fewer on Zensical, where GAPS has no gap"),
        ("warnings", 10, "no gap on Zensical, where GAPS has more"),
        ("queries that find their page", 0, "none on Zensical, where GAPS has fewer"),
    ],
)
def test_a_gap_that_comes_goes_or_changes_is_a_fault(
    as_known: dict[str, int], what: str, number: int, said: str
) -> None:
    [fault] = unknown(as_known | {what: number})
    assert fault.startswith(f"overnet/site/zensical.py: {what}: {said}")


def test_the_table_has_both_numbers(as_known: dict[str, int]) -> None:
    lines = zensical.table(dict.fromkeys(as_known, 10), as_known)
    assert lines[1].split() == ["pages", "10", "10"]
    assert ["warnings", "10", "15", "more"] in [line.split() for line in lines]


def test_a_page_that_is_missing_is_named(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for site, pages in ((ours, ("a", "b")), (theirs, ("b", "c"))):
        for page in pages:
            (site / page).mkdir(parents=True)
            (site / page / "index.html").write_text("<h1>A page</h1>")
    assert zensical.missing(ours, theirs) == ["Zensical builds no a/index.html"]


def test_contributing_says_of_each_gap_what_it_takes() -> None:
    assert dict(ROWS.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))) == zensical.GAPS


def test_each_gap_is_in_a_number_that_is_compared(tmp_path: Path) -> None:
    compared = {
        *zensical.BY_MKDOCS,
        *numbers.in_files(tmp_path),
        "queries that find their page",
        "complaints of the browser",
    }
    assert set(zensical.GAPS) <= compared


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_configuration_is_the_projects_but_for_what_zensical_cannot_call(language: str) -> None:
    written = yaml.dump(zensical.configuration(language), allow_unicode=True)
    read, ours = yaml.unsafe_load(written), config(language)
    for same in ("nav", "markdown_extensions"):
        assert read[same] == ours[same]
    assert read["theme"]["features"] == ours["theme"]["features"]
    assert set(read["plugins"]) == {"search"}
    assert "hooks" not in read
    assert read["markdown_extensions"]["pymdownx.superfences"]["custom_fences"][0]["format"] is fence.console
    assert read["extra"]["engines"]["shown"] in read["extra"]["engines"]["all"]


PYTHON = """#!/bin/sh
# Makes an environment without a network, of which pip installs anything but what is in $LACKS.
mkdir -p "$3/bin"
cat > "$3/bin/pip" <<'PIP'
#!/bin/sh
case "$*" in
index*) printf 'zensical (1.2.3)\\nAvailable versions: 1.2.3, 1.2.2\\n' ;;
*" $LACKS") exit 1 ;;
esac
PIP
printf '#!/bin/sh\\necho "$@"\\n' > "$3/bin/python"
chmod +x "$3/bin/pip" "$3/bin/python"
"""


@pytest.mark.parametrize(
    ("lacks", "status", "said"),
    [("nothing", 0, "-m overnet.site.zensical 1.2.3"), ("zensical", 3, "no version of it can be installed")],
)
def test_the_script_says_if_none_can_be_installed(tmp_path: Path, lacks: str, status: int, said: str) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/zensical", tmp_path / ".ci")
    python = tmp_path / "python3"
    python.write_text(PYTHON)
    python.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = subprocess.run(
        [tmp_path / ".ci/zensical"], env={**os.environ, "PATH": path, "LACKS": lacks}, capture_output=True, text=True
    )
    assert done.returncode == status
    assert said in done.stdout + done.stderr
