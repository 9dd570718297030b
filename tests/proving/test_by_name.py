"""What people are told of a run."""

import pytest

from overnet.errors import Problem
from overnet.proving import by_name
from overnet.receipts.ci import Result
from overnet.snippets.walkthrough import Walkthrough


def test_control_characters_in_a_failure_do_nothing_to_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(by_name, "write_junit", lambda *_: None)
    by_name._tell([Result("page (Shell)", "page", 1.0, "snippets/page/a.console:2: differs\n-10%\r100%\x1b[1m")], print)
    assert "page (Shell): snippets/page/a.console:2: differs\n-10%␍100%␛[1m\n" in capsys.readouterr().err


@pytest.mark.parametrize("names", [[], ["network/mtu"], ["network"]])
def test_a_walkthrough_without_a_step_is_told(monkeypatch: pytest.MonkeyPatch, names: list[str]) -> None:
    empty = Walkthrough("network/mtu", {"node1": "192.0.2.11"}, (), (), 5, {})
    monkeypatch.setattr(by_name, "load_all", lambda: [empty])
    with pytest.raises(
        Problem, match=r"^snippets/network/mtu/: there is no step in it; write its first one, like show"
    ):
        by_name.called(names)
