"""The theme's templates as we change them."""

import re

import pytest
from jinja2 import Environment

from overnet.project import ROOT

FOLDER = ROOT / "overrides"
OF_THE_THEME = {"lang.t"}


def test_they_call_no_method_of_python() -> None:
    """MiniJinja, in which Zensical runs them, has none."""
    for file in (*FOLDER.rglob("*.html"), *FOLDER.rglob("*.xml")):
        assert set(re.findall(r"\w+\.\w+(?=\()", file.read_text("utf-8"))) <= OF_THE_THEME, file


@pytest.mark.parametrize(("base", "address"), [("../..", "../../zh/a/b/"), (".", "./zh/a/b/"), ("/", "/zh/a/b/")])
def test_the_other_language_is_below_the_base(base: str, address: str) -> None:
    text = (FOLDER / "partials/alternate.html").read_text("utf-8").replace('{% include "partials/engine.html" %}', "")
    config = {"extra": {"other_language": {"name": "简体中文", "lang": "zh", "path": "zh/"}}}
    made = Environment().from_string(text).render(config=config, base_url=base, page={"url": "a/b/"})
    assert f'href="{address}"' in made
