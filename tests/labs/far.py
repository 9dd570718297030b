"""Another machine, for tests: a root file system with Debian's sshd, which a test's own ssh reaches by a key of its
own. It has no address: sshd is at the other end of a pipe, and ends with its connection."""

import subprocess
from pathlib import Path

from overnet import cache
from overnet.engines import ENGINES, REFERENCE
from overnet.labs import debian, host_images

NAME = "far"
PACKAGES = "openssh-server,openssh-client,base-files,coreutils,dash"
USERS = "root:x:0:0::/root:/bin/sh\nsshd:x:1:1::/run/sshd:/usr/sbin/nologin\n"
SSHD = "HostKey /root/host\nAuthorizedKeysFile /root/key.pub\nStrictModes no\n"
# It has our engine's socket where an engine's usually is.
SERVE = """
mount --rbind /dev {root}/dev
mount --bind {socket} {root}/run/docker.sock
exec chroot {root} /usr/sbin/sshd -i -f /root/sshd
"""
# As many have it, a first connection stays open for the next ones.
CONFIG = """
ControlMaster auto
ControlPath {root}/root/%C
ControlPersist yes
Host {name}
    User root
    IdentityFile {root}/root/key
    UserKnownHostsFile {root}/root/known
    ProxyCommand unshare --mount sh {root}/root/serve
"""
# It takes its time to end, unless it is told to.
SSH = """#!/bin/sh
{root}/usr/lib*/ld-linux* --library-path {libraries} {root}/usr/bin/ssh -F {root}/root/config "$@"
sleep 1
"""


def made(root: Path) -> Path:
    """Make `root` the root file system, and return it."""
    packed = cache.folder("far") / f"{ENGINES[REFERENCE].suite}.tar"
    if not packed.exists():
        options = ["--variant=extract", f"--include={PACKAGES}", *host_images.APT, ENGINES[REFERENCE].suite]
        debian.mmdebstrap(options, packed, "no sshd")
    debian.call(["tar", "--extract", "--file", packed, "--directory", root], "no sshd")
    (root / "etc/passwd").write_text(USERS)
    (root / "root/sshd").write_text(SSHD)
    (root / "run/sshd").mkdir()
    (root / "run/docker.sock").touch()
    (root / "var/run").rmdir()
    (root / "var/run").symlink_to("/run")
    for name in ("host", "key"):
        keygen = ["chroot", root, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"/root/{name}"]
        subprocess.run(keygen, check=True)
    (root / "root/known").write_text(f"{NAME} {(root / 'root/host.pub').read_text()}")
    (root / "root/config").write_text(CONFIG.format(name=NAME, root=root))
    return root


def ssh(root: Path, socket: str, programs: Path) -> None:
    """Put an ssh that reaches it into the folder `programs`; it has the engine whose socket is named."""
    libraries = ":".join(str(path) for path in root.glob("usr/lib/*-linux-gnu"))
    (root / "root/serve").write_text(SERVE.format(root=root, socket=socket))
    (programs / "ssh").write_text(SSH.format(root=root, libraries=libraries))
    (programs / "ssh").chmod(0o755)
