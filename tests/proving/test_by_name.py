"""What people are told of a run."""

import pytest

from overnet.proving import by_name
from overnet.receipts.ci import Result


def test_control_characters_in_a_failure_do_nothing_to_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(by_name, "write_junit", lambda *_: None)
    by_name._tell([Result("page (Shell)", "page", 1.0, "snippets/page/a.console:2: differs\n-10%\r100%\x1b[1m")], print)
    assert "page (Shell): snippets/page/a.console:2: differs\n-10%␍100%␛[1m\n" in capsys.readouterr().err
