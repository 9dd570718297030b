"""A build that ends without a word of its own."""

import sys
from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.site.publish import publish


def test_the_last_lines_are_told_of_a_build_that_ends_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\nseq 20\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(Problem) as found:
        publish(site, tmp_path / "published")
    lines = [str(number) for number in range(6, 21)]
    assert str(found.value).split("\n") == [
        line
        for config in ("mkdocs.yml", "mkdocs.zh.yml")
        for line in (f"{config}: MkDocs cannot build the site", *lines)
    ]
    assert site.exists()
