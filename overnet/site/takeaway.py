"""What readers can take with them: a page's Shell commands as one script for each host, and its published Markdown."""

import shutil
from pathlib import Path

from overnet.pages.published import Page
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


def save(page: Page, walkthrough: Walkthrough, site: Path) -> None:
    """Write the files of one page into `site`, the folder of its language: PAGE.md, and PAGE/HOST.sh."""
    shutil.copyfile(page.file, site / f"{page.name}.md")
    for host, text in scripts(page, walkthrough).items():
        file = site / page.name / f"{host}.sh"
        file.write_text(text, "utf-8")
        file.chmod(0o755)


def links(walkthrough: Walkthrough, language: str) -> str:
    """The page's last line, with links to these files; in HTML, as MkDocs does not know them."""
    words = PAGE[language]
    targets = {f"../{walkthrough.name.split('/')[-1]}.md": words["markdown"]}
    for host in hosts(walkthrough):
        targets[f"{host}.sh"] = words["script"].format(host=host)
    found = words["and"].join(f'<a href="{target}" download>{text}</a>' for target, text in targets.items())
    return f"{words['take']}{words['colon']}{found}\n{{ .take }}"
