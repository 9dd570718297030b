"""A quantity matches one that is about as large, in the same unit; never one of another kind."""

import pytest

from overnet.matching.binding import Binding
from overnet.matching.conflict import Conflict
from overnet.matching.lines import match
from overnet.matching.quantities import TOLERANCES
from overnet.matching.tokens import scan
from overnet.matching.typed import typed
from tests.matching.single import match_line

# (page, run that matches, run that does not)
QUANTITIES = [
    ("c1: 134MB", "c1: 150MB", "c1: 272MB"),
    ("1.384kB", "1.505kB", "1.384MB"),
    ("998kB", "1.01MB", "1.3MB"),
    ("5.2MiB / 64MiB", "5.3MiB / 64MiB", "5.3MiB / 128GiB"),
    ("64MiB", "65MiB", "67MB"),
    ("0B", "0B", "5MB"),
    ("5MB", "5.1MB", "0B"),
    ("time=0.078 ms", "time=39.2 ms", "time=390 ms"),
    ("484 ms", "168 ms", "6 ms"),
    ("6 ms", "39 ms", "484 ms"),
    ("0.1/0.2/300.0 ms", "0.9/0.8/400.0 ms", "0.1/0.2/0.3 ms"),
    ("after 2005 milliseconds", "after 2089 milliseconds", "after 20050 milliseconds"),
    ("Started 0.3s", "Started 1.2s", "Started 1m2s"),
    ("998ms", "1.2s", "12s"),
    ("1 ms", "2 ms", "2ms"),
    ("Up Less than a second", "Up About a minute", "Up About an hour"),
    ("Running 2 minutes ago", "Running 3 minutes ago", "Running 3 months ago"),
    ("Exited (0) 3 seconds ago", "Exited (0) 1 second ago", "Exited (0) 3 months ago"),
    ("Heartbeat Period: 5 seconds", "Heartbeat Period: 6 seconds", "Heartbeat Period: 30 seconds"),
    ("Expiry Duration: 3 months", "Expiry Duration: 3 months", "Expiry Duration: 2 years"),
    ("0.05%", "0.08%", "0.00%"),
    ("12%", "20%", "100%"),
    ("0% packet loss", "0% packet loss", "1% packet loss"),
    ("100MB", "125MB", "126MB"),
    ("10%", "50%", "51%"),
    ("time=1 ms", "time=250 ms", "time=251 ms"),
    ("100 ms", "500 ms", "501 ms"),
    ("0.01s", "0.25s", "0.26s"),
    ("10s", "50s", "51s"),
    ("Up 1 second", "Up 100 seconds", "Up 101 seconds"),
    ("Up 30 seconds", "Up 150 seconds", "Up 151 seconds"),
]


def agree(page: str, run: str, factor: int | None = None) -> bool:
    try:
        return match_line(page, run, Binding(), factor) is not None
    except Conflict:
        return False


@pytest.mark.parametrize("page, good, bad", QUANTITIES)
def test_quantities(page: str, good: str, bad: str) -> None:
    assert agree(page, page)
    assert agree(page, good) and agree(good, page)
    assert not agree(page, bad) and not agree(bad, page)


def test_each_kind_of_quantity_is_a_shape_and_has_an_example() -> None:
    assert {token.shape.kind for page, *_ in QUANTITIES for token in scan(page)} == set(TOLERANCES)


def test_a_directive_widens_the_factor_and_does_not_narrow_it() -> None:
    assert not agree("3.15MB", "8.32MB")
    assert agree("3.15MB", "8.32MB", factor=3)
    assert not agree("3.15MB", "10MB", factor=3)
    assert match(["a", "3.15MB"], ["3.2MB", "a"], Binding(), any_order=True, factor=1)
    assert not match(["3.15MB"], ["0B"], Binding(), factor=1000)


def test_the_difference_is_a_sentence() -> None:
    with pytest.raises(Conflict, match=r"^'134MB' and the run's 272MB differ by more than a factor of 1\.25$"):
        match_line("c1: 134MB", "c1: 272MB", Binding())
    with pytest.raises(Conflict, match=r"^'64MiB' and the run's 64MB are in different units$"):
        match_line("64MiB", "64MB", Binding())


def test_a_quantity_that_was_typed_is_exact() -> None:
    exact = Binding(typed=typed([("docker run -m 64MiB x", [])], []))
    assert match_line("64MiB", "64MiB", exact)
    assert match_line("64MiB", "65MiB", exact) is None
    with pytest.raises(Conflict, match="typed"):
        match_line("65MiB", "64MiB", exact)
