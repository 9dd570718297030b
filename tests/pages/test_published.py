"""The fences and headings of published Markdown."""

from pathlib import Path

from overnet.pages.published import Fence, Page, pages

TEXT = """# Title {#title}

## Part *two* { #part-two .wide }

## Part three

```{.console data-snippet="a/b.console" title="node 1"}
$ ls
```

=== "Shell"

    ````{.python data-excuse="it's shown only"}
    ```

    ````

- a list

    ~~~
    x
    ~~~

```sh
docker rm -f a1
```
"""


def page(folder: Path, text: str) -> Page:
    (folder / "page.md").write_text(text)
    return Page("en", "page", folder / "page.md")


def test_fences_at_every_depth(tmp_path: Path) -> None:
    assert page(tmp_path, TEXT).fences == [
        Fence("console", {"data-snippet": "a/b.console", "title": "node 1"}, "$ ls", 7),
        Fence("python", {"data-excuse": "it's shown only"}, "```", 13),
        Fence("", {}, "x", 20),
        Fence("sh", {}, "docker rm -f a1", 24),
    ]


def test_headings_with_their_ids(tmp_path: Path) -> None:
    assert page(tmp_path, TEXT).headings == [("h1", "title"), ("h2", "part-two"), ("h2", "")]


def test_pages_of_all_languages(tmp_path: Path) -> None:
    for name in ("en/index.md", "en/net/bridge.md", "zh/index.md", "de/index.md", "en/note.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert [(one.language, one.name) for one in pages(tmp_path)] == [
        ("en", "index"),
        ("en", "net/bridge"),
        ("zh", "index"),
    ]


def test_an_info_string_with_a_single_quote(tmp_path: Path) -> None:
    assert page(tmp_path, "```{.sh data-excuse=it's}\nls\n```\n").fences[0].text == "ls"
