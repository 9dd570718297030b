"""What pages can say, and what they are told if it cannot be."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from overnet.errors import Problem
from overnet.site import macros
from overnet.snippets import walkthrough

PAGE = '# Page\n\n[[= step("run") =]]\n\n[[= step("walk") =]]\n\n[[= step(\'jump\') =]]\n\n[[= topology("map") =]]\n'
LAB = "hosts: {node1: 192.0.2.11, node2: 192.0.2.12}\nimages: [alpine, nginx]\nneeds: [overlay]\nminutes: 7\n"


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[..., str]]:
    """The macros of the English page net/page."""
    page, snippets = tmp_path / "docs/en/net/page.md", tmp_path / "snippets/net/page"
    for folder in (page.parent, snippets):
        folder.mkdir(parents=True)
    page.write_text(PAGE)
    (snippets / "lab.yml").write_text(LAB)
    (snippets / "run.console").write_text("#: exits 1\nnode1$ false\nnode2$ echo '```'\n```\n")
    (snippets / "run.py").write_text("#: on node1\nprint(1)\n#> 1\n#: on node2\nx = 1\n")
    (snippets / "only.console").write_text("node1$ ls\n")
    monkeypatch.setattr(macros, "ROOT", tmp_path)
    monkeypatch.setattr(walkthrough.load, "__defaults__", (tmp_path / "snippets",))
    file = SimpleNamespace(src_uri="net/page.md", abs_src_path=str(page))
    found: dict[str, Callable[..., str]] = {}
    macros.define_env(
        SimpleNamespace(
            page=SimpleNamespace(file=file),
            conf={"theme": {"language": "en"}},
            macro=lambda function: found.update({function.__name__: function}),
        )
    )
    return found


def test_a_step_of_one_track_is_its_fences(said: dict[str, Callable[..., str]]) -> None:
    text = said["step"]("only")
    assert text.startswith('```{.console data-snippet="net/page/only.console"}\nnode1$ ls\n```\n\nNot proven')


def test_a_step_of_two_tracks_is_in_tabs(said: dict[str, Callable[..., str]]) -> None:
    text = said["step"]("run")
    assert [line for line in text.split("\n") if line.startswith("===")] == ['=== "Shell"', '=== "Python"']
    assert '    ````{.console data-snippet="net/page/run.console"}\n    node1$ false\n' in text
    assert '    ```{.python data-snippet="net/page/run.py" title="node1"}\n    print(1)\n    ```' in text
    assert '    ```{.text .no-copy .output data-snippet="net/page/run.py"}\n    1\n    ```' in text
    assert "#:" not in text


def test_the_lab_card(said: dict[str, Callable[..., str]]) -> None:
    assert said["lab"]() == (
        "**Hosts** `node1` (192.0.2.11), `node2` (192.0.2.12) · **Needs** Linux, Docker Engine, overlay · "
        "**Images** `alpine`, `nginx` · **Minutes** 7\n{ .lab-card }"
    )


@pytest.mark.parametrize(
    "macro, name, line",
    [
        ("step", "walk", 5),
        ("step", "jump", 7),
        ("topology", "map", 9),
    ],
)
def test_an_unknown_name_is_told_with_its_place(
    said: dict[str, Callable[..., str]], macro: str, name: str, line: int
) -> None:
    with pytest.raises(Problem) as found:
        said[macro](name)
    assert str(found.value).startswith(f"docs/en/net/page.md:{line}: no snippet '{name}' in snippets/net/page/; there")


@pytest.mark.parametrize("old", [True, False])
def test_a_translation_says_that_it_is_old(old: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(macros, "is_old", lambda *_: old)
    page = SimpleNamespace(url="net/page/", file=SimpleNamespace(src_uri="net/page.md"))
    env = SimpleNamespace(page=page, conf={"theme": {"language": "zh"}}, markdown="# 页面 {#page}\n\n文字。\n")
    macros.on_post_page_macros(env)
    assert ('<a href="../../../net/page/">英文版</a>' in env.markdown) is old
    assert env.markdown.startswith("# 页面 {#page}\n\n")
