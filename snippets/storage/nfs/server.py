#: on node1
import subprocess
from pathlib import Path

shared = Path("/srv/shared")
shared.mkdir()
subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", shared], check=True)
exports = Path("/etc/exports")
line = "/srv/shared -rw,no_root_squash,no_subtree_check,fsid=0 192.0.2.11 192.0.2.12\n"
exports.write_text(exports.read_text() + line)
subprocess.run(["service", "nfs-kernel-server", "start"], stdout=subprocess.DEVNULL, check=True)
print(subprocess.run("exportfs", capture_output=True, text=True, check=True).stdout)
#> /srv/shared   	192.0.2.11
#> /srv/shared   	192.0.2.12
