"""What the site is built from, language by language, and which files of docs/ cannot be pages of it."""

from mkdocs.utils import is_markdown_file
from mkdocs.utils.yaml import yaml_load

from overnet.errors import Problem
from overnet.pages.published import LANGUAGES
from overnet.project import DOCS, ROOT

CONFIGS = {"en": "mkdocs.yml", "zh": "mkdocs.zh.yml"}
FOLDERS = {"en": "", "zh": "zh"}  # in the site
SOURCES = ("docs", "snippets", "overrides", *CONFIGS.values())


def config(language: str) -> dict:
    """What MkDocs' configuration file of a language says, with what it inherits."""
    with (ROOT / CONFIGS[language]).open(encoding="utf-8") as file:
        return yaml_load(file)


def check() -> None:
    """A page is NAME.md, which is neither README.md nor, but for a language's home page, index.md: so its name is its
    address. Raises Problem (`docs/…: …`, one line each) for what MkDocs would make a page of otherwise."""
    faults = []
    for language in LANGUAGES:
        home = DOCS / language / "index.md"
        for file in sorted(found for found in (DOCS / language).rglob("*") if is_markdown_file(found.name)):
            where = file.relative_to(ROOT)
            if file.suffix != ".md":
                faults.append(f"{where}: the name of a page ends in .md; call it {file.stem}.md")
            elif file.stem in ("index", "README") and file != home:
                faults.append(
                    f"{where}: only a language's home page has no name; call this one by its subject, like bridge.md"
                )
    if faults:
        raise Problem("\n".join(faults))
