"""Words of inline code that stay in one line."""

import pytest
from markdown import markdown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("`--subnet`", '<span class="whole">--subnet</span>'),
        ('`"default-address-pools"`', '<span class="whole">"default-address-pools"</span>'),
        ("`a -b & <c-d> e`", 'a <span class="whole">-b</span> &amp; <span class="whole">&lt;c-d&gt;</span> e'),
        ("`volume`", "volume"),
        ("`com.docker.network.driver-mtu`", "com.docker.network.driver-mtu"),
    ],
)
def test_a_word_that_fits_a_phone_and_would_break_is_whole(text: str, code: str) -> None:
    assert markdown(text, extensions=["overnet.site.unbroken"]) == f"<p><code>{code}</code></p>"


def test_in_a_column_any_word_is_whole() -> None:
    html = markdown("| `src`, a key |\n| --- |\n| `dst` |", extensions=["tables", "overnet.site.unbroken"])
    assert html.count('<span class="whole">') == 2


def test_blocks_are_left_as_they_are() -> None:
    assert "whole" not in markdown("    docker-compose up", extensions=["overnet.site.unbroken"])
