"""The site on Zensical: the published Markdown built by it, and the numbers of that site beside those of the one that
MkDocs built. `.ci/zensical` runs this where Zensical is installed, after `make site`."""

import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from subprocess import PIPE, STDOUT

import yaml

from overnet.errors import Problem
from overnet.pages.published import pages
from overnet.project import BUILD, DOCS, ROOT
from overnet.receipts.status import today
from overnet.site import by_engine, moved, numbers, policy, status_files
from overnet.site.builder import complete
from overnet.site.publish import draw, html
from overnet.site.sources import CONFIGS, FOLDERS, config

HERE = BUILD / "zensical"  # what is built is below the folder of its configuration
THEME = {"custom_dir": str(ROOT / "overrides")}
LAZY, OWN = "workers/lazy.js?search.", "workers/search."  # the search's worker as our template starts it, and itself
WARNING = re.compile(r"^(?:\x1b\[\d+m)?Warning:", re.MULTILINE)
BY_MKDOCS = {"languages built of docs/": len(CONFIGS), "warnings": 0, "blocks unlike their fences": 0}
GAPS = {
    "languages built of docs/": "none",
    "warnings": "more",
    "internal links that lead to nothing": "more",
    "entries with Chinese cut into words": "none",
    "queries that find their page": "fewer",
    "complaints of the browser": "more",
}  # CONTRIBUTING.md says of each what it takes


def compare(newest: str) -> None:
    """Build both languages with the Zensical that is installed, and print the numbers of both sites. `newest` is the
    newest version that there is.

    Raises Problem where a build fails, pages are missing, or a number differs in another way than GAPS says.
    """
    found = version("zensical")
    print(f"Zensical {found}" + ("" if found == newest else f": {newest}, the newest, cannot be installed here"))
    shutil.rmtree(HERE, ignore_errors=True)
    shutil.copytree(BUILD / "published", HERE / "published")
    shutil.copytree(DOCS, HERE / "docs")
    site = HERE / "site"
    told = {
        "warnings": sum(_built_as_published(language) for language in CONFIGS),
        "languages built of docs/": sum(_builds_itself(language) for language in CONFIGS),
    }
    if faults := missing(ROOT / "site", site):
        raise Problem("\n".join(faults))
    told["blocks unlike their fences"] = _finished(site)
    ours, theirs = BY_MKDOCS | numbers.of(ROOT / "site"), told | numbers.of(site)
    print("\n".join(table(ours, theirs)))
    if faults := unknown(ours, theirs):
        raise Problem("\n".join(faults))


def configuration(language: str) -> dict:
    """The configuration of a language for its published Markdown: this project's, without hooks, and without plugins
    other than the search."""
    ours = config(language)
    del ours["hooks"]
    return ours | {
        "docs_dir": f"published/{language}",
        "site_dir": str(Path("site", FOLDERS[language])),
        "theme": ours["theme"] | THEME,
        "plugins": {"search": ours["plugins"]["search"]},
        "extra": ours["extra"] | {"engines": by_engine.chooser(language)},
    }


def missing(ours: Path, theirs: Path) -> list[str]:
    """A sentence for each page of the site `ours` that `theirs` lacks."""
    return [f"Zensical builds no {name}" for name in sorted(numbers.names(ours) - numbers.names(theirs))]


def table(ours: dict[str, int], theirs: dict[str, int]) -> list[str]:
    """A line for each number of both sites, with how it differs."""
    lines = [("", "MkDocs", "Zensical", "")]
    lines += [(what, number, theirs[what], relation(number, theirs[what])) for what, number in ours.items()]
    return [f"{what:40}{mkdocs:>8}{zensical:>10}  {how}".rstrip() for what, mkdocs, zensical, how in lines]


def unknown(ours: dict[str, int], theirs: dict[str, int]) -> list[str]:
    """A sentence for each number that differs in another way than GAPS says."""
    found = {what: (relation(number, theirs[what]), GAPS.get(what, "")) for what, number in ours.items()}
    return [
        f"overnet/site/zensical.py: {what}: {is_now or 'no gap'} on Zensical, where GAPS has {known or 'no gap'}; correct it and CONTRIBUTING.md"
        for what, (is_now, known) in found.items()
        if is_now != known
    ]


def relation(ours: int, theirs: int) -> str:
    """How many there are on Zensical: none, fewer, more; "" if as many."""
    if ours == theirs:
        return ""
    return ("more" if theirs > ours else "fewer") if theirs else "none"


def _built_as_published(language: str) -> int:
    """Build the published Markdown of a language; how often Zensical warned. Raises Problem with what it says if it
    fails."""
    done = _run(f"published.{language}", configuration(language))
    if done.returncode:
        raise Problem(f"Zensical cannot build {CONFIGS[language]} of the published Markdown:\n{done.stdout}")
    return len(WARNING.findall(done.stdout))


def _builds_itself(language: str) -> bool:
    """Whether Zensical builds a language of docs/, with the project's own configuration."""
    ours = config(language)
    there = {"docs_dir": f"docs/{language}", "site_dir": f"itself/{language}", "theme": ours["theme"] | THEME}
    return not _run(f"itself.{language}", ours | there).returncode


def _run(name: str, settings: dict) -> subprocess.CompletedProcess:
    file = HERE / f"{name}.yml"
    file.write_text(yaml.dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--clean", "-f", str(file)]
    return subprocess.run(command, cwd=ROOT, stdout=PIPE, stderr=STDOUT, encoding="utf-8")


def _finished(site: Path) -> int:
    """Let the theme's own search begin on the pages of `site`, and do to it what follows a build by MkDocs, but for the
    zip. Returns how many blocks are unlike their fences."""
    for file in site.rglob("*.html"):
        file.write_text(file.read_text("utf-8").replace(LAZY, OWN), "utf-8")
    found = pages(HERE / "published")
    unlike = sum(len(complete(page, html(page, site), site / FOLDERS[page.language])) for page in found)
    status_files.save(site, by_engine.standings(), today())
    draw(found, site)
    moved.leave(site, moved.table())
    policy.apply(site)
    return unlike


if __name__ == "__main__":
    try:
        compare(sys.argv[1])
    except Problem as problem:
        sys.exit(str(problem))
