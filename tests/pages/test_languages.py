"""What the pages of two languages may and may not say otherwise."""

from pathlib import Path

from overnet.pages.languages import differences
from overnet.pages.published import FAILURE, TRANSCRIPT, Page


def test_what_is_told_of_runs_may_differ(tmp_path: Path) -> None:
    """A run may end between the builds of two languages: then one has its receipt, the other not yet."""
    receipt = (
        "??? receipt \"<span class='on on-28-5 proof'>✓</span>\"\n\n"
        f'    ```{{.text .no-copy data-excuse="{TRANSCRIPT}"}}\n    $ echo\n    ```\n\n`why`{{ data-excuse="{FAILURE}" }}\n'
    )
    pages = []
    for language, more in (("en", ""), ("zh", receipt)):
        file = tmp_path / language / "net" / "page.md"
        file.parent.mkdir(parents=True)
        file.write_text(f"# Page {{#page}}\n\n{more}", "utf-8")
        pages.append(Page(language, "net/page", file))
    assert differences(pages) == []
