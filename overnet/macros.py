"""What pages can say in Markdown: `step("name")` publishes a step of the page's walkthrough, `lab()` its lab card.

mkdocs-macros-plugin loads this module. After the macros of a page ran, its Markdown is written out, for the harness.
"""

import os
from pathlib import Path

from overnet import receipts
from overnet.errors import Problem
from overnet.published import PUBLISHED
from overnet.snippets import cell_fences, fences_of
from overnet.topology import parse, words
from overnet.walkthrough import ROOT, TOPOLOGY, TRACKS, Snippet, Walkthrough, load

WORDS = {
    "en": {
        "hosts": "Hosts", "needs": "Needs", "minutes": "Minutes", "images": "Images", "and": ", ",
        "proven": "Proven {day} on Engine {engine} in {seconds:.1f} s", "waited": ", {waited:.1f} s of them waiting for this output",
        "stand-in": " · stand-in images: {images}",
        "unproven": "Not proven: no run has proven this text", "words": "The diagram in words",
    },
    "zh": {
        "hosts": "主机", "needs": "需要", "minutes": "用时（分钟）", "images": "镜像", "and": "、",
        "proven": "已验证：{day}，Engine {engine}，耗时 {seconds:.1f} 秒", "waited": "，其中等待此输出 {waited:.1f} 秒",
        "stand-in": " · 替身镜像：{images}",
        "unproven": "未验证：还没有任何一次运行验证过这段内容", "words": "图的文字说明",
    },
}  # fmt: skip


def define_env(env) -> None:
    """Register the macros (the hook that mkdocs-macros-plugin calls)."""

    def walkthrough() -> Walkthrough:
        return load(env.page.file.src_uri.removesuffix(".md"))

    def language() -> str:
        return env.conf["theme"]["language"]

    @env.macro
    def step(name: str) -> str:
        """The fences of one step: as tabs where both tracks have it."""
        there = walkthrough()
        try:
            found = there.step(name)
        except Problem as problem:
            raise Problem(f"{_call(env, name)}: {problem}") from None
        bodies = [f"{fences(snippet, there, language())}\n\n{receipt(snippet, there, language())}" for snippet in found]
        if len(bodies) == 1:
            return bodies[0]
        tabs = [f'=== "{snippet.kind}"\n\n{_indented(body)}' for snippet, body in zip(found, bodies)]
        return "\n\n".join(tabs)

    @env.macro
    def topology(name: str) -> str:
        """A measured diagram, its words, and its receipt."""
        there = walkthrough()
        [snippet] = there.step(name, [TOPOLOGY])
        told = "\n".join(f"    - {sentence}" for sentence in words(parse(snippet.text), language()))
        proof = receipt(snippet, there, language())
        return f'{fences(snippet, there, language())}\n\n??? note "{WORDS[language()]["words"]}"\n\n{told}\n\n{proof}'

    @env.macro
    def lab() -> str:
        """The page's lab card: hosts, needs, images, minutes."""
        there, words = walkthrough(), WORDS[language()]
        rows = {
            words["hosts"]: words["and"].join(
                f"`{name}`" + (f" ({address})" if len(there.hosts) > 1 else "") for name, address in there.hosts.items()
            ),
            words["needs"]: words["and"].join(("Linux", "Docker Engine", *there.needs)),
            words["images"]: words["and"].join(f"`{image}`" for image in there.images),
            words["minutes"]: str(there.minutes),
        }
        return " · ".join(f"**{word}** {value}" for word, value in rows.items()) + "\n{ .lab-card }"


def on_post_page_macros(env) -> None:
    """Write the page as published, where the build asks for it (the hook that mkdocs-macros-plugin calls after each page)."""
    if PUBLISHED not in os.environ:
        return
    file = Path(os.environ[PUBLISHED]) / env.conf["theme"]["language"] / env.page.file.src_uri
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(env.markdown)


def _call(env, name: str) -> str:
    """The place (`docs/…:line`) at which the page calls step(name)."""
    source = Path(env.page.file.abs_src_path)
    lines = source.read_text().split("\n")
    line = next((number for number, line in enumerate(lines, 1) if f'step("{name}")' in line), 1)
    return f"{source.relative_to(ROOT)}:{line}"


def fences(snippet: Snippet, walkthrough: Walkthrough, language: str) -> str:
    """The Markdown fences that publish a snippet (their texts are those of snippets.fences_of)."""
    if snippet.kind != "Python":
        [text] = fences_of(snippet, language)
        return _fence(".console" if snippet.kind == "Shell" else ".mermaid", snippet, text)
    parts = []
    for cell in snippet.commands:
        title = f' title="{cell.host}"' if len(walkthrough.hosts) > 1 else ""
        source, *output = cell_fences(cell)
        parts.append(_fence(".python", snippet, source, title))
        parts += [_fence(".text .no-copy .output", snippet, text) for text in output]
    return "\n\n".join(parts)


def receipt(snippet: Snippet, walkthrough: Walkthrough, language: str) -> str:
    """A paragraph that says what the last run proved of `snippet`."""
    words = WORDS[language]
    tracks = [snippet.kind] if snippet.kind in TRACKS else TRACKS
    proofs = [proof for track in tracks if (proof := receipts.read(walkthrough.name, track))]
    proof, block = next(((proof, block) for proof in proofs if (block := proof.block(snippet))), (None, None))
    if not block:
        return f"{words['unproven']}\n{{ .receipt .unproven }}"
    text = words["proven"].format(day=proof.when[:10], engine=proof.engine, seconds=block.seconds)
    if block.waited >= 0.1:
        text += words["waited"].format(waited=block.waited)
    if stand_ins := [image for image, source in proof.images.items() if source == "stand-in"]:
        text += words["stand-in"].format(images=", ".join(f"`{image}`" for image in stand_ins))
    return f"{text}\n{{ .receipt }}"


def _fence(classes: str, snippet: Snippet, text: str, more: str = "") -> str:
    marks = "`" * max(3, 1 + max((len(run) for run in text.split() if set(run) == {"`"}), default=0))
    return f'{marks}{{{classes} data-snippet="{snippet.path}"{more}}}\n{text}\n{marks}'


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
