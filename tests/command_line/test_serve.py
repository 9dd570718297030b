"""`serve` in a fresh copy, as a user has it after a clone: both languages answer, and follow the sources."""

import os
import signal
import socket
import urllib.request

import pytest

from tests.command_line.copies import Copy
from tests.labs.processes import wait

SECONDS = 120  # for a build, on a busy machine


@pytest.fixture
def port(again: Copy) -> int:
    """A port that is free, and that `serve` in the copy uses."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    again.edit("overnet/__main__.py", '"published", 8000', f'"published", {free}')
    return free


def listens(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def page(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=SECONDS) as answer:
        return answer.read().decode()


def test_a_fresh_clone_is_served_and_follows_the_sources_until_ctrl_c(again: Copy, port: int) -> None:
    run = again.start("serve")
    try:
        assert f"Serving on http://127.0.0.1:{port}/" in run.stdout.readline()
        wait("the server", lambda: listens(port), SECONDS)
        assert '<html lang="en"' in page(port, "networks/")
        assert '<html lang="zh"' in page(port, "zh/networks/")
        again.edit("docs/en/networks.md", "# Networks {", "# Nets {")
        wait("the new heading", lambda: "Nets" in page(port, "networks/"), SECONDS)
    finally:
        os.killpg(run.pid, signal.SIGINT)
        _, stderr = run.communicate(timeout=SECONDS)
    assert (run.returncode, stderr) == (0, "")
    assert again.left() == []


def test_a_port_in_use_is_told_before_the_build(again: Copy, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        done = again.overnet("serve")
    assert (done.returncode, done.stderr) == (
        1,
        f"port {port} cannot be used (Address already in use): end what listens there\n",
    )
