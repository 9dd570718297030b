"""Each table has an element of its own around it."""

from markdown import markdown

TABLE = "| a | b |\n| - | - |\n| 1 | 2 |"


def test_a_table_stands_in_an_element_of_its_own() -> None:
    html = markdown(f"Before.\n\n{TABLE}\n\nAfter.\n", extensions=["tables", "overnet.site.tables"])
    before, _, after = html.partition("<table>")
    assert before == "<p>Before.</p>\n<div>"
    assert after.endswith("</table></div>\n<p>After.</p>")
