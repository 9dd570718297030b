"""Pre-rendering: where Chromium is installed, each Mermaid diagram of a built site becomes an SVG in its page, which
then needs no Mermaid script. Where none is, the page's script draws it in the reader's browser, and ELK does not lay it
out. What style sheets have to know of a drawing's size is a rule for each size, as styles in the page itself would not
be safe (see policy).
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright
from playwright.sync_api import Page as Tab

from overnet.cache import folder
from overnet.errors import Problem
from overnet.pages.published import Page
from overnet.site import mermaid, npm

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRAWING, LAYOUT = ((Path(__file__).parent / name).read_text("utf-8") for name in ("drawing.js", "layout.js"))
ELK = ("elkjs", "0.12.1", "lib/elk.bundled.js", "b1032b7cfd2a57c54c6f0e8369d7665e19a579954f7cd20a6dae28f1912ea0d7")
FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
SETTINGS = {
    "startOnLoad": False,
    "handDrawnSeed": 1,
    "htmlLabels": False,
    "fontFamily": FONT,
    "themeVariables": {"fontSize": "14px"},
    "fontSize": 14,
    "flowchart": {"htmlLabels": False, "wrappingWidth": 320, "nodeSpacing": 24, "rankSpacing": 20},
}

SIZE = re.compile(r'<svg[^>]* width="(\d+)" height="(\d+)"')
SCRIPTS = re.compile(
    r'<script src="[^"]*mermaid\.min\.js"></script><script>window\.mermaidConfig.*?</script>', re.DOTALL
)

Draw = Callable[[str], str]


def render(pages: dict[Page, Path]) -> str:
    """Put the drawings of `pages` into their HTML files, and return the style rules that these need. Raises Problem
    (`docs/…:line: …`, one for each diagram that Mermaid cannot draw). Does nothing where there is no Chromium."""
    if not (chromium := browser()):
        return ""
    faults, sizes = [], set()
    with _drawing(chromium) as draw:
        for page, html in pages.items():
            drawn = []
            for fence in page.fences:
                if fence.language == "mermaid":
                    try:
                        drawn.append(_cached(fence.text, draw).replace("DIAGRAM", f"diagram-{len(drawn) + 1}"))
                    except Problem as problem:
                        faults.append(f"{page.source}:{page.source_line(fence)}: Mermaid cannot draw it: {problem}")
            if drawn and not faults:
                left = iter(drawn)
                for width, height in (SIZE.search(svg).groups() for svg in drawn):
                    sizes |= {("width", width), ("height", height)}
                text = mermaid.SOURCE.sub(lambda _, left=left: next(left), html.read_text("utf-8"))
                html.write_text(SCRIPTS.sub("", text), "utf-8")
    if faults:
        raise Problem("\n".join(faults))
    return "".join(f'.diagram svg[{name}="{size}"]{{--{name}:{size}px}}\n' for name, size in sorted(sizes))


def _cached(source: str, draw: Draw) -> str:
    """The SVG of a diagram; drawn once for each source, version of Mermaid and of ELK, and way of drawing."""
    made_of = "\0".join([source, mermaid.VERSION, *ELK, DRAWING, LAYOUT, repr(SETTINGS)])
    file = folder("diagrams") / f"{hashlib.sha256(made_of.encode()).hexdigest()}.svg"
    if not file.exists():
        new = file.with_suffix(f".{os.getpid()}")
        new.write_text(draw(source), "utf-8")
        new.replace(file)
    return file.read_text("utf-8")


@contextmanager
def _drawing(chromium: str) -> Iterator[Draw]:
    """Gives the function that draws. The browser starts with the first diagram."""
    with ExitStack() as stack:
        tabs: list[Tab] = []

        def draw(source: str) -> str:
            if not tabs:
                tabs.append(_tab(chromium, stack))
            try:
                return tabs[0].evaluate(DRAWING, source)
            except Error as error:
                raise Problem(
                    error.message.removeprefix("Page.evaluate: ").removeprefix("Error: ").partition("\n    at ")[0]
                ) from None

        yield draw


def browser() -> str | None:
    """The path of the Chromium that is installed, if one is."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@contextmanager
def launched(chromium: str) -> Iterator[Browser]:
    """The Chromium at this path, without a window, as this user may run it; it ends with the context."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        with closing(playwright.chromium.launch(executable_path=chromium, args=arguments)) as browser:
            yield browser


def _tab(chromium: str, stack: ExitStack) -> Tab:
    """A tab with Mermaid and ELK in it, and with no network; it closes with `stack`."""
    tab = stack.enter_context(launched(chromium)).new_page()
    tab.route("**/*", lambda route: route.abort())
    for script in (mermaid.script(), npm.file(*ELK)):
        tab.add_script_tag(path=script)
    tab.add_script_tag(content=LAYOUT)
    tab.evaluate("settings => mermaid.initialize(settings)", SETTINGS)
    return tab
