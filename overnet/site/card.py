"""The head of a page, as Markdown: one line, which opens to the lab card and the proof."""

import json

from overnet.counted import counted
from overnet.site import compose
from overnet.site.here import Here
from overnet.site.markup import indented
from overnet.site.proof import head, line
from overnet.site.words import PAGE
from overnet.snippets.walkthrough import Walkthrough


def lab(here: Here) -> str:
    """How many hosts and minutes, and what is proven on the reader's engine; opened: the card, hosts, needs, images,
    minutes, the file that starts the same hosts, and below it the sum of the page's proof."""
    there, words = here.walkthrough, PAGE[here.language]
    minutes = counted(there.minutes, "minute", here.language)
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
        words["time"]: words["about"].format(minutes),
        words["own proven" if there.name in compose.PROVEN else "own"]: _own(there, words),
    }
    card = " · ".join(f"**{word}** {value}" for word, value in rows.items())
    inside = f"{card}\n{{ .lab-card }}\n\n{head(here.standings, here.language)}"
    hosts = counted(len(there.hosts), "host", here.language)
    title = " · ".join([hosts, minutes, line(here.standings, here.language)])
    return f'??? head "{title}"\n\n{indented(inside)}'


def _own(there: Walkthrough, words: dict[str, str]) -> str:
    """The link to the file that starts the page's hosts, and what is otherwise in them than the reader may expect."""
    link = f'<a href="{compose.NAME}" download>{compose.NAME}</a>'
    return words["own file"].format(link, compose.ENGINE) + (words["no sdk"] if compose.lacks_sdk(there) else "")
