"""Where the files of this project are."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
SNIPPETS, DOCS, STAND_INS, BUILD = (ROOT / name for name in ("snippets", "docs", "stand-ins", "build"))
