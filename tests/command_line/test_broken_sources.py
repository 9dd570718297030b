"""What is wrong before any command runs is told at once, with its place."""

import shutil
from pathlib import Path

import pytest

from tests.command_line.copies import Copy

RUN = "snippets/networks/run.console"
LIST = "$ docker network ls"
COMMAND = f"{LIST} --format '{{{{.Name}}}} {{{{.Driver}}}}'"
PAGE = "docs/en/networks.md"
SOURCES = {
    "an unknown snippet in a macro": (
        PAGE,
        'step("run")',
        'step("walk")',
        f"{PAGE}:7: no snippet 'walk' in snippets/networks/; there are: run",
    ),
    "a macro that there is not": (
        PAGE,
        'step("run")',
        'stepp("run")',
        f'{PAGE}:7: [[= stepp("run") =]] is no call of a macro; there are lab(), status(), step("name"), topology("name")',
    ),
    "a call in a list's first line": (
        PAGE,
        '[[= step("run") =]]',
        '- [[= step("run") =]]',
        f'{PAGE}:7: [[= step("run") =]] needs a line of its own',
    ),
    "an unknown host": (RUN, LIST, f"node2{LIST}", f"{RUN}:1: unknown host 'node2'; lab.yml has: node1"),
    "an unknown directive": (
        RUN,
        LIST,
        f"#: hidden\n{LIST}",
        f"{RUN}:1: unknown directive 'hidden'; known are: exits N",
    ),
    "output before the first prompt": (RUN, LIST, f"bridge\n{LIST}", f"{RUN}:1: output before the first prompt"),
    "a directive at the end": (RUN, COMMAND, f"{COMMAND}\n#: exits 1", f"{RUN}: the last directive has no command"),
    "a step that one track lacks": (
        "docs/en/networks.md",
        '[[= step("run") =]]',
        '[[= step("run") =]]\n\n[[= step("more") =]]',
        "snippets/networks/: the step 'more' is there in one track only",
    ),
}


@pytest.fixture
def copy(plain: Copy, tmp_path: Path) -> Copy:
    return plain.again(tmp_path / "project")


@pytest.mark.parametrize("what", SOURCES)
def test_a_broken_source_is_told_with_its_place(copy: Copy, what: str) -> None:
    file, old, new, message = SOURCES[what]
    if "more" in new:
        shutil.copy(copy.folder / RUN, copy.folder / "snippets/networks/more.console")
        chinese = copy.folder / "docs/zh/networks.md"
        chinese.write_text(chinese.read_text() + '\n[[= step("more") =]]\n')
    copy.edit(file, old, new)
    done = copy.overnet("prove", "networks")
    assert done.returncode == 1
    assert message in done.stderr


def test_all_that_nothing_proves_is_told_in_one_go(copy: Copy) -> None:
    (copy.folder / "snippets/networks/spare.console").write_text("$ docker ps\n")
    copy.edit("docs/en/networks.md", "## Run {#run}", "```sh\ndocker ps\n```\n\n## Run {#run}")
    copy.edit("docs/zh/containers.md", '## 连通 {#ping}\n\n[[= step("ping") =]]\n', "")
    copy.edit("docs/zh/swarm.md", "## 运行 {#run}", "## 运行")
    (copy.folder / "docs/zh/index.md").unlink()
    done = copy.overnet("prove")
    assert done.returncode == 1
    assert set(done.stderr.splitlines()) == {
        "docs/en/networks.md:5: nothing proves this fence; put it into snippets/networks/ and embed it with step()",
        "snippets/networks/spare.console: no page publishes it",
        "docs/zh/index.md: is missing; docs/en/index.md has no page beside it",
        "docs/zh/containers.md: headings differ from docs/en/containers.md: number 3 is 'h2 clean-up', not 'h2 ping'",
        "docs/zh/containers.md: snippets differ from docs/en/containers.md: number 2 is "
        "'containers/map.topology', not 'containers/ping.console'",
        "docs/zh/swarm.md: headings differ from docs/en/swarm.md: number 2 is 'h2 ', not 'h2 run'",
    }


def test_an_unknown_page_is_told_with_the_known_ones(copy: Copy) -> None:
    done = copy.overnet("prove", "nowhere/")
    assert done.returncode == 1
    assert done.stderr == "no page is called nowhere/; there are: containers, networks, swarm\n"


def test_both_languages_of_the_wanted_pages_are_looked_at(copy: Copy) -> None:
    for language in ("en", "zh"):
        copy.edit(f"docs/{language}/networks.md", 'step("run")', 'step("walk")')
        copy.edit(f"docs/{language}/swarm.md", 'step("run")', 'step("walk")')
    done = copy.overnet("prove", "networks")
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["docs/en/networks.md", "docs/zh/networks.md"]


def test_a_build_tells_all_faults_of_its_first_broken_page(copy: Copy) -> None:
    copy.edit("docs/en/containers.md", 'step("create")', 'step("made")')
    copy.edit("docs/en/containers.md", 'topology("map")', 'topology("way")')
    done = copy.overnet("site")
    there = "in snippets/containers/; there are: clean-up, create, map, ping"
    assert done.stderr.splitlines() == [
        "mkdocs.yml: MkDocs cannot build the site",
        f"docs/en/containers.md:7: no snippet 'made' {there}",
        f"docs/en/containers.md:13: no snippet 'way' {there}",
    ]


def test_languages_that_differ_are_told_without_a_site(copy: Copy) -> None:
    copy.edit("docs/zh/networks.md", " {#run}", "")
    done = copy.overnet("prove", "networks")
    assert done.returncode == 1
    assert done.stderr.startswith("docs/zh/networks.md: headings differ from docs/en/networks.md: ")


def test_a_page_of_another_address_is_told(copy: Copy) -> None:
    (copy.folder / "docs/en/more").mkdir()
    (copy.folder / "docs/en/more/index.md").write_text("# More {#more}\n")
    (copy.folder / "docs/en/other.markdown").write_text("# Other {#other}\n")
    done = copy.overnet("site")
    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [
        "docs/en/more/index.md",
        "docs/en/other.markdown",
    ]


def test_a_translation_of_nothing_is_told(copy: Copy) -> None:
    (copy.folder / "docs/zh/old.md").write_text("---\nenglish: 0123456789abcdef\n---\n\n# 旧页面 {#old}\n")
    done = copy.overnet("site")
    assert done.returncode == 1
    assert done.stderr == "docs/en/old.md: is missing; docs/zh/old.md has no page beside it\n"


def test_what_mkdocs_warns_of_is_told(copy: Copy) -> None:
    for language in ("en", "zh"):
        copy.edit(f"docs/{language}/index.md", " {#home}", " {#home}\n\n[Away](away.md)")
    done = copy.overnet("site")
    assert done.returncode == 1
    warning = "contains a link 'away.md', but the target is not found among documentation files."
    assert done.stderr.splitlines() == [
        "mkdocs.yml: MkDocs cannot build the site",
        f"docs/en/index.md:3: {warning}",
        "mkdocs.zh.yml: MkDocs cannot build the site",
        f"docs/zh/index.md:3: {warning}",
    ]


def test_a_diagram_that_cannot_be_drawn_is_told_with_its_place(copy: Copy) -> None:
    for file in copy.folder.glob("docs/*/index.md"):
        text = "flowchart LR\n  accTitle: A\n  accDescr: B\n  a --> b\n  c --< d"
        file.write_text(f"{file.read_text()}\n```mermaid\n{text}\n```\n")
    line = len((copy.folder / "docs/en/index.md").read_text().split("\n")) - 7
    done = copy.overnet("site")
    assert done.returncode == 1
    assert f"docs/en/index.md:{line}: Mermaid cannot draw it: Parse error" in done.stderr
    assert f"docs/zh/index.md:{line}: Mermaid cannot draw it: Parse error" in done.stderr


CODE = {
    "containers": "\nText.\n\n    docker rm -f a1\n",
    "networks": "\n<pre><code>docker rm -f a1</code></pre>\n",
}


def test_no_code_block_is_published_that_nothing_proves(copy: Copy) -> None:
    for page, code in CODE.items():
        for file in copy.folder.glob(f"docs/*/{page}.md"):
            file.write_text(file.read_text() + code)
    done = copy.overnet("site")
    assert done.returncode == 1
    told = [line.split(":") for line in done.stderr.splitlines()]
    assert [file for file, *_ in told] == [f"docs/{language}/{page}.md" for language in ("en", "zh") for page in CODE]
    assert {tuple(rest) for _, _, *rest in told} == {(" nothing proves this code", " docker rm -f a1")}
    assert not (copy.folder / "site").exists()
