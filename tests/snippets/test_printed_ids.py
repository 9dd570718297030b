"""The ids in the pages' outputs are those that Engines printed."""

import re
from collections import defaultdict

import pytest

from overnet.snippets.walkthrough import load_all


@pytest.mark.parametrize(("pattern", "alike"), [(r"[0-9a-f]{64}", 12), (r"[0-9a-z]{25}", 12), (r"[0-9a-f]{12}", 8)])
def test_none_was_made_of_another(pattern: str, alike: int) -> None:
    """They are random, so no two have so many digits alike at the same place: that is one typed by hand."""
    having: dict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    for walkthrough in load_all():
        for snippet in walkthrough.snippets.values():
            for one in re.findall(rf"\b(?=[a-z]*\d)(?=\d*[a-z]){pattern}\b", snippet.text):
                for place in range(len(one) - alike + 1):
                    having[place, one[place : place + alike]][one] = snippet.file
    assert [there for there in having.values() if len(there) > 1] == []
