"""The fences and headings of published Markdown."""

from pathlib import Path

import pytest
from markdown import markdown

from overnet.pages import published
from overnet.pages.published import Fence, Heading, Page, pages

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
    assert page(tmp_path, TEXT).headings == [
        Heading("h1", "title", 1),
        Heading("h2", "part-two", 3),
        Heading("h2", "", 5),
    ]


def test_pages_of_all_languages(tmp_path: Path) -> None:
    for name in ("en/index.md", "en/net/bridge.md", "zh/index.md", "de/index.md", "en/note.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert [(one.language, one.name) for one in pages(tmp_path)] == [
        ("en", "index"),
        ("en", "net/bridge"),
        ("zh", "index"),
    ]


# What is behind the marks: (language, attributes), as MkDocs reads it
INFOS = {
    "{.sh data-excuse=it's}": ("sh", {"data-excuse": "it's"}),
    "{.sh data-excuse='single quotes'}": ("sh", {"data-excuse": "single quotes"}),
    "{.sh data-excuse=word}": ("sh", {"data-excuse": "word"}),
    'sh {data-excuse="why"}': ("sh", {"data-excuse": "why"}),
    '{data-excuse="see fig.mermaid" .sh}': ("sh", {"data-excuse": "see fig.mermaid"}),
    "{.text .no-copy data-excuse}": ("text", {"data-excuse": ""}),
    'sh title="a.sh"': ("sh", {}),
    "": ("", {}),
}


@pytest.mark.parametrize("info", INFOS)
def test_info_strings(tmp_path: Path, info: str) -> None:
    [fence] = page(tmp_path, f"```{info}\nls\n```\n").fences
    assert (fence.language, fence.attributes, fence.text) == (*INFOS[info], "ls")


@pytest.mark.parametrize("info", INFOS)
def test_mkdocs_reads_them_alike(info: str) -> None:
    class_name, attributes = INFOS[info][0] or "text", INFOS[info][1]
    html = markdown(
        f"```{info}\nls\n```", extensions=["attr_list", "pymdownx.highlight", "pymdownx.superfences"],
        extension_configs={"pymdownx.highlight": {"pygments_lang_class": True}},
    )  # fmt: skip
    assert f'class="language-{class_name}' in html
    assert all(f'{name}="{value}"' in html for name, value in attributes.items() if value)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("```\nls\n```\n", True),
        ("````\nls\n```\n````", True),
        ("> ```\n> ls\n> ```\n", True),
        ("- a\n\n    ~~~\n    ls\n    ~~~\n", True),
        ("```\nls", False),
        ("```", False),
        ("````\nls\n```\n", False),
        ("```\nls\n~~~\n", False),
        ("> ```\n> ls\n\nText\n", False),
        ("- a\n\n    ```\n    ls\n\nText\n", False),
    ],
)
def test_whether_a_fence_is_closed(tmp_path: Path, text: str, closed: bool) -> None:
    assert [fence.closed for fence in page(tmp_path, text).fences] == [closed]


def test_the_place_of_a_call_that_published_a_fence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "ROOT", tmp_path)
    source = tmp_path / "docs/en/page.md"
    source.parent.mkdir(parents=True)
    source.write_text("# Page\n\nText\n\n[[= step('run') =]]\n\nText\n")
    text = '# Page\n\nText\n\n```{.console data-snippet="page/run@26.1.console"}\n$ ls\n```\n\nText\n'
    one = page(tmp_path, text)
    assert one.place(one.fences[0]) == "docs/en/page.md:5"
    assert one.place(Heading("h2", "", 9)) == "docs/en/page.md:7"
