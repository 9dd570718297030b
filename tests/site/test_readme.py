"""README opens with the picture of a block, and with a badge of the workflow that proves all pages."""

import re

from overnet.project import ROOT, SNIPPETS
from overnet.site import picture
from overnet.snippets.transcript import parse

README = (ROOT / "README.md").read_text("utf-8")
OPENING = README.partition("\n## ")[0]
IMAGES = dict((path, words) for words, path in re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", OPENING))
MOST = 60_000


def test_the_picture_is_there_and_its_words_name_what_is_in_it() -> None:
    words = IMAGES[str(picture.FILE.relative_to(ROOT))]
    [command] = parse((SNIPPETS / picture.BLOCK).read_text("utf-8"))
    assert f"`{command.text}`" in words
    assert picture.FILE.read_bytes().startswith(b"\x89PNG") and picture.FILE.stat().st_size <= MOST


def test_every_link_of_the_opening_leads_to_a_file_or_a_workflow() -> None:
    for path in re.findall(r"\]\(([^)]+)\)", OPENING):
        workflow = re.fullmatch(r"\.\./\.\./actions/workflows/([\w-]+\.yml)(/badge\.svg)?", path)
        assert (ROOT / (f".github/workflows/{workflow[1]}" if workflow else path)).is_file(), path
