"""What MkDocs says is told with its place."""

from pathlib import Path

import pytest

from overnet.site import builder

PAGE = """# A page {#page}

[B](far-away.md), [C](away.md#c), [itself](#x)

[D](away.md "D"), [E][e], [F](away.md)

[e]: ../e.md
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("contains a link 'away.md', but it is not", "docs/zh/net/page.md:5: contains a link 'away.md', but it is not"),
        ("contains a link 'away.md#c', but", "docs/zh/net/page.md:3: contains a link 'away.md#c', but"),
        ("contains a link '#x', but", "docs/zh/net/page.md:3: contains a link '#x', but"),
        ("contains an absolute link '/g', it", "docs/zh/net/page.md: contains an absolute link '/g', it"),
        ("contains an unrecognized relative link '../e.md', it", None),
    ],
)
def test_a_link_is_told_with_its_line_or_that_of_no_line_if_a_macro_wrote_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str | None
) -> None:
    file = tmp_path / "docs/zh/net/page.md"
    file.parent.mkdir(parents=True)
    file.write_text(PAGE, "utf-8")
    monkeypatch.setattr(builder, "ROOT", tmp_path)
    assert builder.placed(f"Doc file 'net/page.md' {said}", "zh") == (told or f"docs/zh/net/page.md:7: {said}")


def test_what_is_not_of_a_link_is_told_as_it_is() -> None:
    assert builder.placed("A reference to 'a.md' is not found", "en") == "A reference to 'a.md' is not found"
