"""Makes light what every reader of the site loads: style sheets and scripts."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from overnet.project import ROOT

PADDING = {  # comments, and what indents lines; no text in a script has several
    ".css": re.compile(r"/\*.*?\*/\n?|^ +", re.DOTALL | re.MULTILINE),
    ".js": re.compile(r"^ *//.*\n|^ +", re.MULTILINE),
}
EAGER = "//# allFunctionsCalledOnLoad\n"  # compiled while it loads, not when called: https://v8.dev/blog/explicit-compile-hints
RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
ADMONITION = re.compile(r"^ *(?:!!!|\?\?\?\+?) (\w+)", re.MULTILINE)
ICON = re.compile(r"--md-admonition-icon--(\w+):url\([^)]*\);?")
PLAIN = "note"  # what the theme's other admonitions, and details, look like


def lighten(assets: Path, palette: list[dict], pages: Iterable[str]) -> None:
    """Take comments and indentation out of the site's own style sheets and scripts. Take out of the theme's what the
    site does not have: colours other than those of its `palette`, admonitions other than those in the published text of
    its `pages`. Have the theme's script compiled while it loads."""
    admonitions = {kind for text in pages for kind in ADMONITION.findall(text)}
    own = ROOT / "overrides" / "assets"
    for kind, padding in PADDING.items():
        for file in (assets / one.relative_to(own) for one in own.rglob(f"*{kind}")):
            file.write_text(padding.sub("", file.read_text("utf-8")), "utf-8")
    for file in assets.glob("stylesheets/palette.*.css"):
        file.write_text(in_colours_of(palette, file.read_text("utf-8")), "utf-8")
    for file in assets.glob("stylesheets/main.*.css"):
        file.write_text(with_admonitions(admonitions, file.read_text("utf-8")), "utf-8")
    for file in assets.glob("javascripts/bundle.*.js"):
        file.write_text(EAGER + file.read_text("utf-8"), "utf-8")


def in_colours_of(palette: list[dict], css: str) -> str:
    """A style sheet without the rules that are only for other colours of the theme, which has twenty to choose from."""
    ours = "|".join({colours[kind] for colours in palette for kind in ("primary", "accent")})
    return _without(rf"\[data-md-color-(?:primary|accent)=(?!(?:{ours})\])", css)


def with_admonitions(kinds: Collection[str], css: str) -> str:
    """A style sheet without the icons of kinds other than these, and the rules that are only for them; the theme has
    twelve."""
    others = set(ICON.findall(css)) - {PLAIN, *kinds}
    css = ICON.sub(lambda icon: "" if icon[1] in others else icon[0], css)
    return _without(rf"\.(?:{'|'.join(sorted(others))})(?![\w-])", css) if others else css


def _without(selector: str, css: str) -> str:
    """A style sheet without the rules of which all selectors have a part like `selector`."""
    part = re.compile(selector)
    return RULE.sub(lambda rule: "" if all(map(part.search, rule[1].split(","))) else rule[0], css)
