"""The two glossaries and terms.yml, held against each other."""

import pytest

from overnet.pages.glossary import entries, faults

ENGLISH = "# Glossary {#glossary}\n\nwhiteout {#whiteout}\n:   *whiteout 文件.* The mark.\n"
CHINESE = "# 术语表 {#glossary}\n\nwhiteout 文件 {#whiteout}\n:   *whiteout*。标记。\n"
TERMS = [("whiteout", "whiteout 文件")]


def test_the_glossaries_agree() -> None:
    assert not list(faults(entries(ENGLISH), entries(CHINESE), TERMS))
    assert not list(faults(entries(CHINESE), entries(ENGLISH), [("whiteout 文件", "whiteout")]))


@pytest.mark.parametrize(
    ("chinese", "terms", "fault"),
    [
        (CHINESE.replace("{#whiteout}", "{#white}"), [], "'whiteout': the other glossary has no entry #whiteout"),
        (CHINESE.replace("whiteout 文件", "遮盖文件"), [], "'whiteout 文件': the other glossary has '遮盖文件'"),
        (CHINESE, [("layer", "层")], "no entry for 'layer', '层' (see terms.yml)"),
    ],
)
def test_they_do_not(chinese: str, terms: list[tuple[str, str]], fault: str) -> None:
    assert [text for _, text in faults(entries(ENGLISH), entries(chinese), terms)] == [fault]


def test_brackets_hold_another_word() -> None:
    english = ENGLISH.replace("文件.*", "文件（遮盖文件）.*")
    assert not list(faults(entries(english), entries(CHINESE), TERMS))
