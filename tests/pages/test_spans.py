"""The prose of a page: inline code and running text, with their places and excuses."""

from pathlib import Path

import pytest

from overnet.pages.published import Page
from overnet.pages.spans import Span, spans

TEXT = """# Page `one` {#page}

A `docker ps`{ data-excuse="why" } b
`c d`{data-excuse="so"}.

| x | `e`{ .wide } |
| - | - |
| `f`{ data-excuse="it's" } g | {10.0.0.1} |

## Part {#part data-x="y"}

=== "Tab `h`"

    ```{.sh data-excuse="no prose"}
    `i`
    ```

    !!! note

        `` `j ``

<p class="x">A &lt;b&gt; <b>10.0.0.2</b></p>
"""


def test_spans(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    found = list(spans(Page("en", "page", tmp_path / "page.md")))
    assert [span for span in found if span.code] == [
        Span("page", 1, "one", True),
        Span("page", 3, "docker ps", True, "why"),
        Span("page", 4, "c d", True, "so"),
        Span("page", 6, "e", True),
        Span("page", 8, "f", True, "it's"),
        Span("part", 12, "h", True),
        Span("part", 20, "`j", True),
    ]
    running = "\n".join(span.text for span in found if not span.code and not span.html)
    assert "{10.0.0.1}" in running and "A <b> 10.0.0.2" in running
    assert "data-" not in running and "#page" not in running


@pytest.mark.parametrize("html", ["<b>10.0.0.1</b>", "Text <b>10.0.0.1</b>."])
def test_the_text_of_html_is_prose(tmp_path: Path, html: str) -> None:
    (tmp_path / "page.md").write_text(f"# Page\n\n{html}\n")
    found = list(spans(Page("en", "page", tmp_path / "page.md")))
    assert "10.0.0.1" in "".join(span.text for span in found if not span.html)
    assert "".join(span.text for span in found if span.html) == "<b></b>"


@pytest.mark.parametrize(
    "html", ["<div markdown>\n`a1`\n</div>", "<p markdown>`a1`</p>", "<a href='x'>\n``a1`` text</a>"]
)
def test_inline_code_in_html_is_inline_code(tmp_path: Path, html: str) -> None:
    (tmp_path / "page.md").write_text(f"# Page\n\n{html}\n")
    found = list(spans(Page("en", "page", tmp_path / "page.md")))
    assert [span.text for span in found if span.code] == ["a1"]
