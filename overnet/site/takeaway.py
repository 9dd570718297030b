"""What readers can take with them: a page's Shell commands as one script for each host, and its published Markdown."""

import shutil
from pathlib import Path

from overnet.engines import NEWEST_FIRST
from overnet.pages.published import Page
from overnet.site import by_engine, compose, forge
from overnet.site.words import PAGE
from overnet.snippets.walkthrough import Walkthrough


def scripts(page: Page, walkthrough: Walkthrough) -> dict[str, str]:
    """The text of a script for each host that has Shell commands: exactly its commands, in page order."""
    files = {snippet.path: snippet for snippet in walkthrough.snippets.values() if not snippet.is_variant}
    shown = [files[fence.snippet] for fence in page.fences if fence.language == "console" and fence.snippet in files]
    commands = [command for snippet in shown for command in snippet.commands]
    typed = {host: [command.text for command in commands if command.host == host] for host in hosts(walkthrough)}
    return {
        host: "\n".join(["#!/usr/bin/env bash", f"# {page.name}: the commands for {host}", *texts]) + "\n"
        for host, texts in typed.items()
    }


def hosts(walkthrough: Walkthrough) -> list[str]:
    """The hosts that have Shell commands."""
    snippets = [snippet for snippet in walkthrough.snippets.values() if snippet.kind == "Shell"]
    used = {command.host for snippet in snippets for command in snippet.commands}
    return [host for host in walkthrough.hosts if host in used]


def save(page: Page, walkthrough: Walkthrough | None, site: Path) -> None:
    """Write the files of one page into `site`, the folder of its language: PAGE.md, where it is linked PAGE@ENGINE.md
    with what an engine does, and, where it has a walkthrough, PAGE/HOST.sh and PAGE/compose.yaml."""
    shutil.copyfile(page.file, site / f"{page.name}.md")
    for engine in NEWEST_FIRST:
        if f'href="{_markdown(page.name, engine)}"' in page.text:
            (site / f"{page.name}@{engine}.md").write_text(by_engine.only(engine, page.text), "utf-8")
    if not walkthrough:
        return
    (site / page.name / compose.NAME).write_text(compose.compose(walkthrough), "utf-8")
    for host, text in scripts(page, walkthrough).items():
        file = site / page.name / f"{host}.sh"
        file.write_text(text, "utf-8")
        file.chmod(0o755)


def foot(page: str, language: str, walkthrough: Walkthrough | None, varies: bool) -> str:
    """The page's last line: links to these files, if it has a walkthrough, and to its forge, where that is known; "" if
    there are none. If the page `varies`, its Markdown is that of the chosen engine."""
    parts = [
        _links(walkthrough, language, varies) if walkthrough else "",
        forge.report(page, language, engine=by_engine.default()),
        forge.edit(page, language),
    ]
    return f"{line}\n{{ .take }}" if (line := " · ".join(part for part in parts if part)) else ""


def _links(walkthrough: Walkthrough, language: str, varies: bool) -> str:
    """In HTML, as MkDocs does not know these files."""
    words = PAGE[language]
    pages = {_markdown(walkthrough.name, engine): [engine] for engine in NEWEST_FIRST}
    if not varies:
        pages = {_markdown(walkthrough.name): NEWEST_FIRST}
    found = [
        "".join(
            f"<a class='{' '.join(by_engine.classes(engines))}' href=\"{target}\" download>{words['markdown']}</a>"
            for target, engines in pages.items()
        ),
        *(f'<a href="{host}.sh" download>{words["script"].format(host=host)}</a>' for host in hosts(walkthrough)),
    ]
    return f"{words['take']}{words['colon']}{words['and'].join(found)}"


def _markdown(name: str, engine: str = "") -> str:
    """The address, from the page `name`, of its Markdown."""
    return f"../{name.split('/')[-1]}{f'@{engine}' if engine else ''}.md"
