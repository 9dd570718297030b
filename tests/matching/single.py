"""One line of a page against one line of a run, and every shape there is."""

from overnet.matching import shapes
from overnet.matching.binding import Binding
from overnet.matching.one_line import Line, matched
from overnet.matching.shapes import SHAPES, Shape

ALL = (*SHAPES, *(one for one in vars(shapes).values() if isinstance(one, Shape)))


def match_line(page: str, run: str, binding: Binding, factor: int | None = None) -> Binding | None:
    """The binding extended by what the run's line has in place of the page's samples; None if they differ. Raises
    Conflict where only a value does."""
    return matched(Line(binding.begun(page.rstrip())), Line(run.rstrip()), binding, factor)
