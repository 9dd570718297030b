"""The Mermaid script, which draws diagrams: at the build (see drawing.render), or in the reader's browser, served by
the site itself, from no other host.

mermaid2 wants it inside each language's docs folder and loads it only on pages with a diagram. It is not committed:
every build puts it there.
"""

import filecmp
import re
import shutil
from pathlib import Path

from overnet.pages.published import LANGUAGES
from overnet.project import ROOT
from overnet.site import npm

SOURCE = re.compile(r'<pre class="mermaid"><code>.*?</code></pre>', re.DOTALL)  # a diagram in HTML (see fence)
NAME = "mermaid.min.js"
VERSION = "11.17.2"
SHA256 = "581ed7d74bd9048d0e3a91363927d72ef22942d7722546b27f7cc29e35390eb8"


def script() -> Path:
    """The script's file. Raises Problem if it cannot be had."""
    return npm.file("mermaid", VERSION, f"dist/{NAME}", SHA256)


def fetch() -> None:
    """Put the script where the build of each language finds it. Raises Problem if it cannot be had."""
    file = script()
    for language in LANGUAGES:
        assets = ROOT / "docs" / language / "assets"
        assets.mkdir(parents=True, exist_ok=True)
        if not (copy := assets / NAME).exists() or not filecmp.cmp(file, copy):
            shutil.copyfile(file, copy)
