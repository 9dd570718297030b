"""The Docker Engine of another machine, as DOCKER_HOST=ssh://… names it: the ssh client leads a socket here to that
Engine's. (The SDK's own way would need Paramiko, opens a session for each connection, and has no socket to wait on.)

A tunnel ends with its process, in whatever way that ends: `cat`, over there, reads from a pipe that the process holds.
"""

import atexit
import os
import signal
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from docker.errors import DockerException

from overnet.errors import last_lines

SECONDS_TO_CONNECT = 30  # as the Docker CLI has it
_USUAL = "/var/run/docker.sock"
_KEPT = 'trap : TERM; folder=$1; shift; ssh "$@" cat; rm -r "$folder"'
# A connection that others share is not used: it would keep the socket. The local command says when the socket is there.
_OPTIONS = ["-T", "-S", "none", "-o", "PermitLocalCommand=yes", "-o", "LocalCommand=echo"]
_open: dict[str, "Tunnel"] = {}


class Tunnel:
    """address: that of the socket here, as DOCKER_HOST would say it."""

    def __init__(self, far: str) -> None:
        """Open one to `far`, ssh://[USER@]HOST[:PORT][/SOCKET]. Raises DockerException with what ssh says."""
        there = urlsplit(far)
        folder = Path(tempfile.mkdtemp(prefix="overnet-", dir="/tmp"))  # the path of a socket must be short
        socket = folder / "docker.sock"
        self.address = f"unix://{socket}"
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - which lasts as long
        options = [*_OPTIONS, "-o", f"ConnectTimeout={SECONDS_TO_CONNECT}"]
        options += ["-L", f"{socket}:{there.path.rstrip('/') or _USUAL}", f"ssh://{there.netloc}"]
        self._process = subprocess.Popen(
            ["sh", "-c", _KEPT, "ssh", folder, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            start_new_session=True,  # Ctrl-C is for this process, which still has to clean up
        )
        self._process.stdout.readline()
        if not socket.exists():
            self.close()
            raise DockerException(self.words())

    def words(self) -> str:
        """What ssh has said last."""
        return last_lines(os.pread(self._said.fileno(), 2**16, 0))

    def close(self) -> None:
        """End it, whatever connections are still open, and wait for that."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait()


def to(far: str) -> Tunnel:
    """Return the tunnel of this process to `far`, opened if need be (see Tunnel)."""
    if far not in _open:
        _open[far] = Tunnel(far)
    return _open[far]


@atexit.register
def close() -> None:
    """End the tunnels of this process."""
    while _open:
        _open.popitem()[1].close()
