"""What pages can say in Markdown: `step("name")` publishes a step of the page's walkthrough, `topology("name")` a
measured diagram, `lab()` its lab card, `status()` what is proven of all pages.

mkdocs-macros-plugin loads this module. After the macros of a page ran, the page gets the sum of its proof below its
lab card, and at its foot what readers can take with them; then its Markdown is written out, for the harness.
"""

import json
import os
import re
from functools import cache
from pathlib import Path

from overnet.errors import Problem
from overnet.pages.published import PUBLISHED
from overnet.pages.translation import is_old
from overnet.project import ROOT, SNIPPETS
from overnet.receipts.status import Standing, of_all, of_page, today
from overnet.site import proof, takeaway
from overnet.snippets.fences import cell_fences, fences_of
from overnet.snippets.walkthrough import TOPOLOGY, Snippet, Walkthrough, load
from overnet.topology import changes
from overnet.topology.description import words
from overnet.topology.facts import parse

CARD = "\n{ .lab-card }"

WORDS = {
    "en": {
        "hosts": "Hosts", "routers": "Routers", "needs": "Needs", "minutes": "Minutes", "images": "Images", "and": ", ",
        "daemon": "`/etc/docker/daemon.json` on {}",
        "words": "The diagram in words", "take": "Take it with you", "colon": ": ",
        "markdown": "this page as Markdown", "script": "its Shell commands for {host}",
    },
    "zh": {
        "hosts": "主机", "routers": "路由器", "needs": "需要", "minutes": "用时（分钟）", "images": "镜像", "and": "、",
        "daemon": "{} 的 `/etc/docker/daemon.json`",
        "words": "图的文字说明", "take": "随身带走", "colon": "：",
        "old": '英文版在本页译出之后有改动，内容以<a href="{}">英文版</a>为准。',
        "markdown": "本页的 Markdown", "script": "{host} 上的 Shell 命令",
    },
}  # fmt: skip


def define_env(env) -> None:
    """Register the macros (the hook that mkdocs-macros-plugin calls)."""

    def walkthrough() -> Walkthrough:
        return _here(env)[0]

    def language() -> str:
        return env.conf["theme"]["language"]

    def receipt(snippet: Snippet, there: Walkthrough) -> str:
        return proof.receipt(snippet, there, _here(env)[1], language(), today())

    def block(snippet: Snippet, there: Walkthrough) -> str:
        return f"{fences(snippet, there, language())}\n\n{receipt(snippet, there)}"

    def variants(snippet: Snippet, there: Walkthrough) -> str:
        """What other engines do, out of sight until it is opened."""
        return "".join(
            f'\n\n??? variant "{proof.on_engine(one.engine, language())}"\n\n{proof.indented(block(one, there))}'
            for one in there.variants(snippet)
        )

    @env.macro
    def step(name: str) -> str:
        """The fences of one step: as tabs where both tracks have it."""
        there = walkthrough()
        try:
            found = there.step(name)
        except Problem as problem:
            raise Problem(f"{_call(env, 'step', name)}: {problem}") from None
        bodies = [f"{block(snippet, there)}{variants(snippet, there)}" for snippet in found]
        if len(bodies) == 1:
            return bodies[0]
        tabs = [f'=== "{snippet.kind}"\n\n{proof.indented(body)}' for snippet, body in zip(found, bodies)]
        return "\n\n".join(tabs)

    @env.macro
    def topology(name: str) -> str:
        """A measured diagram, what changed if it follows another one, its words, and its receipt."""
        there = walkthrough()
        try:
            [snippet] = there.step(name, [TOPOLOGY])
            facts = parse(snippet.text)
            [earlier] = there.step(facts.since, [TOPOLOGY]) if facts.since else [None]
            before = parse(earlier.text) if earlier else None
            if before and before.view != facts.view:
                raise Problem(f"'{name}' and '{facts.since}' are different views")
        except Problem as problem:
            raise Problem(f"{_call(env, 'topology', name)}: {problem}") from None
        changed = " ".join(changes.words(before, facts, language())) if before else ""
        told = "\n".join(f"    - {sentence}" for sentence in words(facts, language()))
        parts = [
            fences(snippet, there, language(), earlier),
            *([changed + "\n{ .changes }"] if changed else []),
            f'??? note "{WORDS[language()]["words"]}"\n\n{told}',
            f"{receipt(snippet, there)}{variants(snippet, there)}",
        ]
        return "\n\n".join(parts)

    @env.macro
    def lab() -> str:
        """The page's lab card: hosts, needs, images, minutes."""
        there, words = walkthrough(), WORDS[language()]
        routers = [f"`{name}` ({words['and'].join(addresses)})" for name, addresses in there.routers.items()]
        rows = {
            words["hosts"]: words["and"].join(
                f"`{name}`" + (f" ({address})" if len(there.hosts) > 1 else "")
                for name, address in there.hosts.items()
                if name not in there.routers
            ),
            **({words["routers"]: words["and"].join(routers)} if routers else {}),
            words["needs"]: words["and"].join(("Linux", "Docker Engine", *there.needs)),
            **{
                words["daemon"].format(host): f"`{json.dumps(settings, ensure_ascii=False)}`"
                for host, settings in there.daemon.items()
            },
            words["images"]: words["and"].join(f"`{image}`" for image in there.images),
            words["minutes"]: str(there.minutes),
        }
        return " · ".join(f"**{word}** {value}" for word, value in rows.items()) + CARD

    @env.macro
    def status() -> str:
        """The status of every page and track."""
        return proof.table(of_all(today()), language(), today())


def on_post_page_macros(env) -> None:
    """Add to a page that has a walkthrough what it says of itself, and write each page as published, where the build
    asks for it (the hook that mkdocs-macros-plugin calls after each page)."""
    language = env.conf["theme"]["language"]
    if (SNIPPETS / _name(env) / "lab.yml").exists():
        there, standings = _here(env)
        sums = proof.head(standings, language)
        text = env.markdown.replace(CARD, f"{CARD}\n\n{sums}", 1).rstrip()
        env.markdown = f"{text}\n\n{_foot(there, language)}\n"
    if is_old(language, _name(env)):
        env.markdown = re.sub(r"^(# .*\n)", rf"\1\n{_old(env)}\n", env.markdown, count=1, flags=re.M)
    if PUBLISHED not in os.environ:
        return
    file = Path(os.environ[PUBLISHED]) / language / env.page.file.src_uri
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(env.markdown)


def _old(env) -> str:
    """The warning that the English page has changed since this translation of it."""
    address = "../" * (env.page.url.count("/") + 1) + env.page.url
    return f'<p class="old-translation">{WORDS[env.conf["theme"]["language"]]["old"].format(address)}</p>'


def _name(env) -> str:
    """The page's path without suffix."""
    return env.page.file.src_uri.removesuffix(".md")


def _here(env) -> tuple[Walkthrough, list[Standing]]:
    """The page's walkthrough, and where its tracks stand."""
    return _read(_name(env), env.page.file.abs_src_path)


@cache
def _read(name: str, source: str) -> tuple[Walkthrough, list[Standing]]:
    """The same for the page whose Markdown, as its author wrote it, is the file `source`; read once in a build."""
    there = load(name)
    return there, of_page(there, Path(source).read_text(), today())


def _foot(there: Walkthrough, language: str) -> str:
    """Links to what is made of the page after the build (see takeaway); in HTML, as MkDocs does not know these files."""
    words = WORDS[language]
    targets = {f"../{there.name.split('/')[-1]}.md": words["markdown"]}
    for host in takeaway.hosts(there):
        targets[f"{host}.sh"] = words["script"].format(host=host)
    links = words["and"].join(f'<a href="{target}" download>{text}</a>' for target, text in targets.items())
    return f"{words['take']}{words['colon']}{links}\n{{ .take }}"


def _call(env, macro: str, name: str) -> str:
    """The place (`docs/…:line`) at which the page calls macro(name)."""
    call = re.compile(rf"""{macro}\(\s*["']{re.escape(name)}["']""")
    source = Path(env.page.file.abs_src_path)
    lines = source.read_text().split("\n")
    line = next((number for number, line in enumerate(lines, 1) if call.search(line)), 1)
    return f"{source.relative_to(ROOT)}:{line}"


def fences(snippet: Snippet, walkthrough: Walkthrough, language: str, since: Snippet | None = None) -> str:
    """The Markdown fences that publish a snippet (their texts are those of snippets.fences_of)."""
    if snippet.kind != "Python":
        [text] = fences_of(snippet, language, since)
        more = f' data-since="{since.path}"' if since else ""
        return _fence(".console" if snippet.kind == "Shell" else ".mermaid", snippet, text, more)
    parts = []
    for cell in snippet.commands:
        title = f' title="{cell.host}"' if len(walkthrough.hosts) > 1 else ""
        source, *output = cell_fences(cell)
        parts.append(_fence(".python", snippet, source, title))
        parts += [_fence(".text .no-copy .output", snippet, text) for text in output]
    return "\n\n".join(parts)


def _fence(classes: str, snippet: Snippet, text: str, more: str = "") -> str:
    return proof.fenced(f'{classes} data-snippet="{snippet.path}"{more}', text)
