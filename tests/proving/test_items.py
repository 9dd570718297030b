"""What there is to prove, or why nothing can be."""

from pathlib import Path

import pytest

from overnet.errors import Problem
from overnet.pages.published import Page
from overnet.proving.items import items
from overnet.snippets.walkthrough import Walkthrough

MTU = Walkthrough("network/mtu", {"node1": "192.0.2.11"}, (), (), 5, {})


def test_a_walkthrough_that_no_page_publishes_is_told() -> None:
    with pytest.raises(Problem) as found:
        items([Page("en", "network/bridge", Path("bridge.md"))], [MTU])
    assert str(found.value) == (
        "snippets/network/mtu/: no page publishes it; write docs/en/network/mtu.md and docs/zh/network/mtu.md"
    )
