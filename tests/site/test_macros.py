"""What pages can say, where, and what they are told if it cannot be."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from overnet.errors import Problem
from overnet.pages.published import PUBLISHED
from overnet.site import blocks, by_engine, compose, macros
from tests.site.small import COPIED, SNIPPETS, Small, small

PLACES = {
    "nothing": ("{}", "[document]"),
    "an admonition": ("!!! note\n\n    {}", "div.admonition.note"),
    "a details block": ('??? note "More"\n\n    {}', "details.note"),
    "a tab": ('=== "One"\n\n    {}', ".tabbed-block"),
    "a list item": ("- item\n\n    {}\n\n- item", "ul > li"),
    "a list in a list": ("1.  one\n\n    - two\n\n        {}", "ol > li > ul > li"),
    "a definition": ("Term\n:   What it is\n\n    {}", "dl > dd"),
    "a quote": ("> text\n>\n> {}", "blockquote"),
    "a note in a quote": ("> !!! note\n>\n>     {}", "blockquote .note"),
    "a quote in a note": ("!!! note\n\n    > {}", ".note blockquote"),
}
RAW = ("```", "===", "???", "{ .", "wzxhzdk")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    return small(tmp_path, monkeypatch)


def copied(html: BeautifulSoup) -> list[str]:
    return [terminal["data-copy"] for terminal in html.select(".terminal")]


def test_a_step_of_one_track_is_its_fences(project: Small) -> None:
    text = project.published('[[= step("only") =]]\n')
    assert text.startswith('```{.console data-snippet="net/page/only.console"}\nnode1$ ls\n```\n\nNot proven')


def test_a_step_of_two_tracks_is_in_tabs(project: Small) -> None:
    text = project.published('[[= step("run") =]]\n')
    assert [line for line in text.split("\n") if line.startswith("===")] == ['=== "Shell"', '=== "Python"']
    assert '        ````{.console data-snippet="net/page/run.console"}\n        node1$ false\n' in text
    assert '    ```{.python data-snippet="net/page/run.py" title="node1"}\n    print(1)\n' in text
    assert '    ```{.text .no-copy .output data-snippet="net/page/run.py"}\n    1\n\n    2\n    ```' in text
    assert "#:" not in text


@pytest.mark.parametrize(
    "language, link", [("en", "[install it, and connect]"), ("zh", "[安装与连接]")], ids=["en", "zh"]
)
def test_the_first_tab_for_python_leads_to_the_sdk(
    language: str, link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small(tmp_path, monkeypatch, language)
    text = project.published('[[= step("only") =]]\n\n[[= step("run") =]]\n\n- item\n\n    [[= step("run") =]]\n')
    before, after = text.split(f"{link}(../reference/python-sdk.md#install)")
    assert before.count('=== "Python"') == 1 and '=== "Python"' in after and "{.python" not in before
    assert after.split("\n")[1] == "    { .sdk }"


def test_a_page_without_a_tab_for_python_does_not_name_the_sdk(project: Small) -> None:
    assert "SDK" not in project.published('[[= step("only") =]]\n')


def test_a_site_without_the_page_on_the_sdk_does_not_lead_there(
    project: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "DOCS", project.folder / "docs")
    assert "SDK" not in project.published('[[= step("run") =]]\n')


def test_the_page_on_the_sdk_does_not_lead_to_itself(project: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SDK", "net/page")
    assert "SDK" not in project.published('[[= step("run") =]]\n')


def test_what_another_engine_does_is_marked_as_its_own(project: Small) -> None:
    text = project.published('[[= step("run") =]]\n')
    assert [line.strip() for line in text.split("\n") if " variant on " in line] == [
        '???+ variant on on-29 on-28-5 on-26-1 default "On Engine 28.5"',
        '??? variant on on-20-10 "On Engine 20.10"',
    ]
    for engine, has_old in (("20.10", True), ("26.1", False)):
        only = by_engine.only(engine, text)
        assert only.startswith('=== "Shell"\n\n    ````{.console data-snippet="net/page/run')
        assert ("\n    old\n" in only, only.count("node1$ false"), "??? variant" in only) == (has_old, 1, False)
        assert f'<a href="../page@{engine}.md" download>' in only and only.count("this page as Markdown") == 1


def test_the_lab_card(project: Small) -> None:
    head, _, card, *_ = project.published("[[= lab() =]]\n").split("\n")
    assert head.startswith(
        "??? head \"2 hosts · 7 minutes · <span class='on on-29 proof unproven'>○ not proven on 29</span>"
    )
    assert card == (
        "    **Hosts** `node1` (192.0.2.11), `node2` (192.0.2.12) · **Needs** Linux, Docker Engine, overlay · "
        "**Images** `alpine`, `nginx` · **Time** about 7 minutes · "
        '**These hosts in your Docker (not proven)** <a href="compose.yaml" download>compose.yaml</a>. '
        "They run Engine 29, whichever you have chosen. They lack Docker's SDK for Python: follow the tab Shell."
    )


def test_the_lab_card_says_if_its_file_carried_the_page(project: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose, "PROVEN", ("net/page",))
    text = project.published("[[= lab() =]]")
    assert "**These hosts in your Docker (a test proves the page in them)**" in text


@pytest.mark.parametrize(
    "language, engine, sdk",
    [
        ("en", "They run Engine 29", "They lack Docker's SDK"),
        ("zh", "这些主机运行 Engine 29", "没有 Docker 的 Python SDK"),
    ],
    ids=["en", "zh"],
)
def test_the_lab_card_says_that_its_hosts_lack_the_sdk_where_the_page_uses_it(
    language: str, engine: str, sdk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = small(tmp_path / "with", monkeypatch, language).published("[[= lab() =]]")
    assert engine in text and sdk in text
    monkeypatch.delitem(SNIPPETS, "run.py")
    text = small(tmp_path / "without", monkeypatch, language).published("[[= lab() =]]")
    assert engine in text and sdk not in text


@pytest.mark.parametrize("place", PLACES)
def test_what_a_call_says_stands_in_what_the_call_is_in(project: Small, place: str) -> None:
    around, selector = PLACES[place]
    calls = ('step("run")', 'step("only")', 'topology("map")', "lab()")
    html = project.html("\n\n".join(around.format(f"[[= {call} =]]") + "\n\n---" for call in calls))
    found = [html] if place == "nothing" else html.select(selector)
    steps = [one for one in found if not any(other in one.parents for other in found)]
    assert [text for found in steps for text in copied(found)] == [*COPIED, *COPIED, "ls"]
    codes = [code.get_text() for found in steps for code in found.select("pre.highlight code, div.output code")]
    assert any("1\n\n2" in code for code in codes)
    for selector in (".variant", ".receipt", "pre.mermaid", ".lab-card", ".tabbed-labels"):
        assert [one for found in steps for one in found.select(selector)], selector
    for code in html.select("pre"):
        code.decompose()
    assert [mark for mark in RAW if mark in html.get_text()] == []


@pytest.mark.parametrize(
    "text, message",
    [
        ('[[= step("walk") =]]', "3: no snippet 'walk' in snippets/net/page/; there are: map, only, run"),
        ("[[= step('jump') =]]", "3: no snippet 'jump' in snippets/net/page/"),
        ('[[= topology("run") =]]', "3: no snippet 'run' in snippets/net/page/"),
        ('\n\n[[= stepp("run") =]]', '5: [[= stepp("run") =]] is no call of a macro; there are lab(), status(), step('),
        ('Write `grep "[[=e=]]"`.', "3: [[=e=]] is no call of a macro"),
        ('| a |\n| - |\n| [[= step("only") =]] |', '5: [[= step("only") =]] needs a line of its own'),
    ],
)
def test_a_call_that_says_nothing_is_told_with_its_place(project: Small, text: str, message: str) -> None:
    with pytest.raises(Problem) as found:
        project.published(f"# Page {{#page}}\n\n{text}\n")
    assert str(found.value).startswith(f"docs/en/net/page.md:{message}")


def test_all_faults_of_a_page_are_told(project: Small) -> None:
    with pytest.raises(Problem) as found:
        project.published('[[= step("walk") =]]\n\n[[= step("only") =]]\n\n[[= topology("way") =]]\n')
    assert [line.split(":")[1] for line in str(found.value).split("\n")] == ["1", "5"]


def test_comments_and_raw_blocks_are_no_calls(project: Small) -> None:
    text = '[[# [[= step("run") =]] #]]\n\n`[[% raw %]][[=e=]][[% endraw %]]`\n\n[[= step("only") =]]\n'
    html = project.html(text)
    assert copied(html) == ["ls"]
    assert html.find("code").get_text() == "[[=e=]]"


def test_the_page_is_written_as_it_is_published(
    project: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PUBLISHED, str(tmp_path / "published"))
    text = project.published('# Page {#page}\n\n[[= step("only") =]]\n')
    assert (tmp_path / "published/en/net/page.md").read_text() == f"{text}\n"
    assert text.endswith("download>its Shell commands for node2</a>\n{ .take }")


@pytest.mark.parametrize("old", [True, False])
def test_a_translation_says_that_it_is_old(old: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(macros, "is_old", lambda *_: old)
    text = small(tmp_path, monkeypatch, "zh").published("# 页面 {#page}\n\n文字。\n")
    assert ('<a href="../../../net/page/" hreflang="en">英文版</a>' in text) is old
    assert text.startswith("# 页面 {#page}\n\n")


def test_a_sentence_of_some_engines_is_marked(project: Small) -> None:
    html = project.html(
        'Both. [[= on("26.1 29", "Not `ls`, **but** [a page](page.md).") =]]\n\n- [[= on("29", "So.") =]]\n'
    )
    first, second = html.select("span.on")
    assert [one["class"][:3] for one in (first, second)] == [["on", "on-26-1", "on-29"], ["on", "on-29"]]
    assert ["default" in one["class"] for one in (first, second)] == [False, False]
    assert first.decode_contents() == 'Not <code>ls</code>, <strong>but</strong> <a href="./">a page</a>.'
