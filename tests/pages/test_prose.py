"""The prose of pages: what is found, and that code is left alone."""

import pytest
import yaml

from overnet.pages.prose import RULES, faults


@pytest.mark.parametrize(
    "text",
    [
        "# Title {#title}\n\nText with `VxLAN` in code.\n",
        "# Title {#title}\n\n```console\n$ ip link show VxLAN\n## no heading\n```\n",
        '# Title {#title}\n\n[[= step("VxLAN") =]]\n\n[a page](VxLAN.md)\n',
        "## Title { #title .wide }\n",
    ],
)
def test_no_fault(text: str) -> None:
    assert not list(faults(text, "en"))


def test_a_fault_after_a_fence_has_its_line() -> None:
    text = "# Title {#title}\n\n```console\n$ ls\n```\n\nA VxLAN.\n"
    assert [line for line, _ in faults(text, "en")] == [7]


def test_a_sentence_of_some_engines_is_prose() -> None:
    text = '# Title {#title}\n\nText. [[= on("29", "A VxLAN.") =]]\n'
    assert list(faults(text, "en")) == [(3, "'VxLAN': write 'VXLAN'")]


def test_chinese_code_is_left_alone() -> None:
    assert not list(faults("# 标题 {#title}\n\n```console\n$ echo 网络,有3个\n```\n\n用 `docker网络,x` 查看。\n", "zh"))


@pytest.mark.parametrize("rule", yaml.safe_load(RULES.read_text("utf-8")), ids=lambda rule: rule["say"])
def test_a_rule_finds_its_example_and_nothing_in_the_better_one(rule: dict) -> None:
    before, after = rule["example"]
    for language in rule["in"]:
        assert any(text.endswith(rule["say"]) for _, text in faults(before, language))
        assert not list(faults(after, language))
