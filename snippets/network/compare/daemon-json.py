import subprocess
from pathlib import Path

settings = Path("/etc/docker/daemon.json")
settings.write_text('{"mtu": 1400}')
subprocess.run(["systemctl", "restart", "docker"], check=True)
for network in ("bridge", "app"):
    mtu = client.containers.run("alpine", "cat /sys/class/net/eth0/mtu", network=network, remove=True)
    print(network, mtu.decode().strip())
settings.unlink()
subprocess.run(["systemctl", "restart", "docker"], check=True)
#> bridge 1400
#> app 1500
