"""Items: what there is to prove on the published pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from overnet.engines import REFERENCE
from overnet.errors import Problem
from overnet.labs.lab import Lab
from overnet.labs.outer import Outer
from overnet.pages.published import LANGUAGES, Page
from overnet.snippets.snippet import TOPOLOGY, TRACKS, Snippet
from overnet.snippets.walkthrough import Walkthrough


@dataclass(frozen=True)
class Item:
    """One track of one page on one engine: the unit that is proven, in a lab of its own. `snippets` are in page order,
    each as it is for this engine."""

    page: Page
    walkthrough: Walkthrough
    track: str
    snippets: list[Snippet]
    engine: str = REFERENCE

    @property
    def name(self) -> str:
        on = "" if self.engine == REFERENCE else f", {self.engine}"
        return f"{self.page.name} ({self.track}{on})"

    @property
    def key(self) -> tuple[str, str, str]:
        """That of its standing: page, track and engine."""
        return self.page.name, self.track, self.engine

    def lab(self, outer: Outer) -> Lab:
        """A fresh lab for it."""
        return Lab(outer, self.name, self.walkthrough.places, self.walkthrough.daemon, self.engine)


def items(pages: list[Page], walkthroughs: list[Walkthrough], engines: Sequence[str] = (REFERENCE,)) -> list[Item]:
    """What there is to prove on `pages` of one language, engine by engine. Raises Problem for a walkthrough without a
    page, and for a track that lacks some of a page's steps."""
    found = []
    for walkthrough in walkthroughs:
        page = next((page for page in pages if page.name == walkthrough.name), None)
        if not page:
            files = " and ".join(f"docs/{language}/{walkthrough.name}.md" for language in LANGUAGES)
            raise Problem(f"snippets/{walkthrough.name}/: no page publishes it; write {files}")
        order = list(dict.fromkeys(fence.snippet for fence in page.fences if fence.snippet))
        in_order = [walkthrough.snippets[Path(path).name] for path in order if "@" not in path]
        for track in TRACKS:
            snippets = [snippet for snippet in in_order if snippet.kind in (track, TOPOLOGY)]
            if any(snippet.kind == track for snippet in snippets):
                found += [
                    Item(page, walkthrough, track, [walkthrough.on(engine, snippet) for snippet in snippets], engine)
                    for engine in engines
                    if walkthrough.is_for(engine)
                ]
        steps = {track: {snippet.step for snippet in in_order if snippet.kind == track} for track in TRACKS}
        if steps["Python"] and (missing := steps["Shell"] ^ steps["Python"]):
            raise Problem(
                f"snippets/{walkthrough.name}/: the step '{min(missing)}' is there in one track only; each track must run alone"
            )
    return sorted(found, key=lambda item: list(engines).index(item.engine))
