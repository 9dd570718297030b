"""QEMU: a virtual machine by software emulation, as a process that ends with its run.

It is driven by its monitor, QMP: https://www.qemu.org/docs/master/interop/qmp-spec.html
"""

import contextlib
import itertools
import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from overnet import cache
from overnet.errors import Problem, last_lines
from overnet.labs import debian
from overnet.labs.processes import with_argument

# An older processor is emulated faster: with "max", `docker run` took 5.8 seconds of ours instead of 4.4.
FLAGS = ["-M", "q35", "-accel", "tcg,thread=multi,tb-size=512", "-cpu", "Nehalem", "-smp", "2", "-m", "3G",
         "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"]  # fmt: skip
KERNEL = ("console=ttyS0 quiet mitigations=off nokaslr audit=0 selinux=0 apparmor=0 cryptomgr.notests "
          "no_timer_check tsc=reliable panic=-1 root=/dev/nvme0n1 rw rootwait "
          "init=/bin/sh -- /usr/local/lib/overnet/init")  # fmt: skip
_SECONDS_TO_ANSWER = 60
# It leaves the labs beside it a share of the processors.
_NICE = "-5"


class Machine:
    """A running machine."""

    def __init__(self, files: Path, name: str, *options: str) -> None:
        """Start it. files: the folder with QEMU and kernel (`root`) and disk (`disk.img`); name: see names; options:
        more of QEMU's, and what to add to the options of the disk."""
        debian.remove(cache.folder("vm", "runs", name))
        self._folder = cache.folder("vm", "runs", name)
        if len(os.fsencode(self._folder)) > 90:
            raise Problem(f"{self._folder} is too long for sockets: set OVERNET_CACHE to a folder with a shorter path")
        root = files / "root/usr"
        kernel = next(root.glob("lib/modules/*/vmlinuz"))
        loader = [next(root.glob("lib64/ld-linux*")), "--library-path", root / "lib/x86_64-linux-gnu"]
        qemu = [*loader, root / "bin/qemu-system-x86_64", "-L", root / "share/qemu", "-L", root / "share/seabios"]
        parts = [
            *["-name", _argument(name), "-kernel", kernel, "-append", KERNEL],
            *["-device", "nvme,drive=disk,serial=disk", "-device", "virtio-net-pci,netdev=net,romfile="],
            *["-netdev", "user,id=net,restrict=on,ipv6=off,hostfwd=tcp:127.0.0.1:0-:2375"],
            *["-serial", f"file:{self._folder}/console", "-serial", f"unix:{self._folder}/clock,server=on,wait=off"],
            *["-qmp", f"unix:{self._folder}/monitor,server=on,wait=off"],
        ]
        with (self._folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                ["nice", "-n", _NICE, "setpriv", "--pdeathsig", "KILL", *qemu, *FLAGS, *parts, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        # Where the kernel shares time out by session, `nice` is for those of one session only (sched(7)).
        with contextlib.suppress(OSError):
            Path(f"/proc/{self.process.pid}/autogroup").write_text(_NICE, "utf-8")
        self._monitor = self._connected().makefile("rw")
        self._monitor.readline()
        self.ask("qmp_capabilities")

    def ask(self, command: str, **arguments: object) -> Any:
        """Send a command to the monitor and return its answer. Raises Problem if QEMU refuses it."""
        self._monitor.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self._monitor.flush()
        for line in self._monitor:
            answer = json.loads(line)
            if "error" in answer:
                raise Problem(f"QEMU refuses {command}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]
        raise Problem(f"QEMU has ended: {self.last_words()}")

    def docker(self) -> str:
        """The address of the Docker Engine in it, on this machine's loopback."""
        [port] = re.findall(r"HOST_FORWARD\S* +\d+ +127\.0\.0\.1 +(\d+)", self._told("info usernet"))
        return f"tcp://127.0.0.1:{port}"

    def save(self, state: Path) -> None:
        """Stop the machine and write its state into a file."""
        self.ask("stop")
        self._migrate("migrate", state)
        self.ask("quit")
        self.process.wait()

    def load(self, state: Path) -> None:
        """Go on from a saved state, in a machine that was started with `-incoming defer`; then tell it the time."""
        self._migrate("migrate-incoming", state)
        self.ask("cont")
        with socket.socket(socket.AF_UNIX) as clock:
            clock.settimeout(_SECONDS_TO_ANSWER)
            clock.connect(str(self._folder / "clock"))
            clock.sendall(f"{time.time():.0f}\n".encode())
            answers = clock.makefile("rb")
            while (line := answers.readline()) and line.strip() != b"set":
                pass
        if not line:
            raise Problem(f"QEMU has ended: {self.last_words()}")

    def last_words(self) -> str:
        """The end of what QEMU and the kernel said."""
        return last_lines(b"\n".join((self._folder / name).read_bytes() for name in ("log", "console")))

    def _told(self, line: str) -> str:
        return self.ask("human-monitor-command", **{"command-line": line})

    def _migrate(self, command: str, state: Path) -> None:
        capability = {"capability": "mapped-ram", "state": True}
        self.ask("migrate-set-capabilities", capabilities=[capability])
        self.ask(command, uri=f"file:{state}")
        while (status := self.ask("query-migrate").get("status")) != "completed":
            if status in ("failed", "cancelled"):
                raise Problem(f"QEMU cannot {command}: {self.last_words()}")
            time.sleep(0.05)

    def _connected(self) -> socket.socket:
        monitor = socket.socket(socket.AF_UNIX)
        deadline = time.monotonic() + _SECONDS_TO_ANSWER
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError):
                monitor.connect(str(self._folder / "monitor"))
                return monitor
            time.sleep(0.05)
        raise Problem(f"QEMU did not start: {last_lines((self._folder / 'log').read_bytes())}")


def names(run: str) -> Iterator[str]:
    """Names for the machines of a run, each another one."""
    return (f"{run}.{number}" for number in itertools.count(1))


def stop(name: str) -> None:
    """End a machine, if it runs, and remove what it used."""
    for pid in with_argument(_argument(name)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    while with_argument(_argument(name)):
        time.sleep(0.02)
    debian.remove(cache.folder("vm", "runs") / name)


def stop_all(run: str) -> None:
    """End the machines of a run, and remove what they used."""
    for folder in cache.folder("vm", "runs").glob(f"{run}.*"):
        stop(folder.name)


def _argument(name: str) -> str:
    return f"overnet-vm-{name}"
