"""A value under a header is in its column."""

import pytest

from overnet.matching.binding import Binding
from overnet.matching.difference import rendered
from overnet.matching.lines import match
from overnet.matching.one_line import on_page
from overnet.matching.tables import BORDER, laid_out, rows

PAGE = """\
NAME      IMAGE          STATUS         PORTS
web       nginx                         80/tcp
db        alpine:3       Up 3 seconds"""


def cells(text: str) -> list[list[str] | None]:
    return [row and row.split(BORDER) for row in rows(text.split("\n"))]


def test_rows() -> None:
    assert cells(PAGE) == [
        ["NAME", "IMAGE", "STATUS", "PORTS"],
        ["web", "nginx", "", "80/tcp"],
        ["db", "alpine:3", "Up 3 seconds", ""],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Name   Image\nweb    nginx",
        "NAME IMAGE\nweb  nginx",
        "NAME\nweb",
        "  NAME   IMAGE\n  web    nginx",
        "NAME: x   IMAGE\nweb      nginx",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert set(rows(text.split("\n"))) == {None}


def test_a_table_ends_and_not_all_under_it_is_a_row() -> None:
    text = "PID   USER\n    1 root\nlonger than its column\none\n12    root\n\n12    root"
    assert cells(text) == [["PID", "USER"], "", "", "", ["12", "root"], None, None]


def test_the_history_of_a_task_is_a_row() -> None:
    assert cells("ID     NAME          NODE\nx7a    web.1         node1\ny8b     \\_ web.1     node2")[2] == [
        "y8b",
        "\\_ web.1",
        "node2",
    ]


# (page, run that matches, run that does not)
TABLES = {
    "widths": ("NAME   IMAGE\nweb    nginx", "NAME       IMAGE\nweb        nginx", "NAME       IMAGE\nweb        nginy"),
    "an empty cell": (PAGE, PAGE.replace("   ", "    "), PAGE.replace("                         80/tcp", "          80/tcp               ")),
    "the order of columns": ("NAME   IMAGE\nweb    nginx", "NAME   IMAGE\nweb    nginx", "IMAGE   NAME\nweb     nginx"),
    "a column that is empty in each row": (
        "NAME   ERROR   PORTS\nweb            80/tcp",
        "NAME     ERROR     PORTS\nweb                80/tcp",
        "NAME   ERROR   PORTS\nweb    80/tcp",
    ),
    "a header that is left out": ("...\nweb    nginx", "NAME   IMAGE\nweb    nginx", "NAME   IMAGE\nweb    nginy"),
}  # fmt: skip


@pytest.mark.parametrize("what", TABLES)
def test_columns(what: str) -> None:
    page, good, bad = (text.split("\n") for text in TABLES[what])
    page = [on_page(line) for line in page]
    assert match(page, good, Binding())
    assert not match(page, bad, Binding())


def test_in_any_order_too() -> None:
    page = ["NAME   IMAGE   PORTS", "web    nginx", "db             80/tcp"]
    assert match(
        page, ["NAME     IMAGE     PORTS", "db                 80/tcp", "web      nginx"], Binding(), any_order=True
    )
    assert not match(page, ["NAME   IMAGE   PORTS", "db     80/tcp", "web    nginx"], Binding(), any_order=True)


def test_a_changed_row_is_recorded_in_the_columns_of_the_page() -> None:
    page = ["NAME      IMAGE   PORTS", "web       nginx", "db        x       80/tcp"]
    run = ["NAME      IMAGE      PORTS", "web       nginx:1.29", "db        x          80/tcp"]
    lines, *_ = rendered(page, run, Binding())
    assert lines == laid_out([BORDER.join(row) for row in cells("\n".join(run))])
    assert match(lines, run, Binding())


def test_a_cell_that_moved_is_recorded() -> None:
    page = ["NAME      ERROR     PORTS", "web                 80/tcp"]
    run = ["NAME      ERROR     PORTS", "web       80/tcp"]
    lines, *_ = rendered(page, run, Binding())
    assert lines == run


def test_each_of_two_tables_is_recorded_with_all_its_columns() -> None:
    page = ["NAME      IMAGE     PORTS", "web       nginx     80/tcp", "NAME      DRIVER", "bridge    bridge"]
    run = ["NAME         IMAGE     PORTS", "web-nginx1   nginx     80/tcp", "NAME      DRIVER", "host      host"]
    lines, *_ = rendered(page, run, Binding())
    assert [line.split() for line in lines] == [line.split() for line in run]
    assert match(lines, run, Binding())
