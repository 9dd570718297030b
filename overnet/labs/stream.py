"""A process in a host, with its standard input and its output."""

import select
import socket
import struct
import time
from typing import TYPE_CHECKING

from overnet.errors import Problem

if TYPE_CHECKING:
    from overnet.labs.host import Host

_HEADER = struct.Struct(">BxxxL")
_LONG = 1e6  # seconds; select takes no infinity


class Stream:
    """A process in a host, with its standard input and its output (both output channels, as they come).

    The frames are those of the Engine API: https://docs.docker.com/reference/api/engine/ (attach, "Stream format").
    """

    def __init__(self, host: "Host", exec_id: str) -> None:
        self._host, self._exec_id = host, exec_id
        self._raw = host.call("exec_start", exec_id, socket=True)
        # Plain connections come wrapped in a SocketIO, TLS ones as the socket itself.
        self._socket: socket.socket = getattr(self._raw, "_sock", self._raw)
        self._socket.setblocking(False)
        # The HTTP client may have read output together with the response's headers.
        reader = self._raw._response.raw._fp.fp
        self._pending = reader.read(len(reader.peek())) if hasattr(reader, "peek") else b""

    def write(self, data: bytes) -> None:
        """Send bytes to the process; a process that no longer reads them is a Problem."""
        view = memoryview(data)
        try:
            while view:
                # A process that waits for its output to be taken would never read on.
                readable, writable, _ = select.select([self._socket], [self._socket], [])
                if readable:
                    output = self._socket.recv(65536)
                    if not output:
                        raise BrokenPipeError("it has ended")
                    self._pending += output
                if writable:
                    view = view[self._socket.send(view) :]
        except OSError as error:
            self._host.require()
            raise Problem(f"host {self._host.name}: the process no longer reads its input ({error})") from error

    def end_input(self) -> None:
        """Close the standard input of the process."""
        self._socket.shutdown(socket.SHUT_WR)

    def read(self, deadline: float) -> bytes:
        """Return the next output; b"" once the process has ended.

        deadline: `time.monotonic()` seconds. TimeoutError past it; Problem if the host itself is gone.
        """
        kept = self._pending
        while True:
            if len(kept) >= _HEADER.size:
                end = _HEADER.size + _HEADER.unpack_from(kept)[1]
                if len(kept) >= end:
                    self._pending = kept[end:]
                    return kept[_HEADER.size : end]
            ready, _, _ = select.select([self._socket], [], [], max(0.0, min(deadline - time.monotonic(), _LONG)))
            self._pending = kept
            if not ready:
                raise TimeoutError(f"host {self._host.name}: no output before the deadline")
            try:
                data = self._socket.recv(65536)
            except ConnectionError:
                data = b""
            if not data:
                self._host.require()
                return b""
            kept += data

    def exit_code(self) -> int:
        """Return the exit code of a process, waiting for its end (the engine hears of it after the end of output)."""
        while (state := self._host.call("exec_inspect", self._exec_id))["Running"]:
            time.sleep(0.01)
        return state["ExitCode"]

    def close(self) -> None:
        """Drop the connection; a process that reads its input sees the end of it."""
        self._raw.close()
        self._socket.close()
