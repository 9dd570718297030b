#: on node2
import json
import subprocess
from pathlib import Path

settings = Path("/etc/docker/daemon.json")
before = settings.read_text()
mac = Path("/sys/class/net/docker0/address").read_text().strip()
pools = [{"base": "10.200.0.0/16", "size": 24}]
settings.write_text(json.dumps({"default-address-pools": pools}))
subprocess.run(["systemctl", "restart", "docker"], check=True)
client.networks.create("small4")
for name in ("bridge", "small1", "small4"):
    print(name, client.networks.get(name).attrs["IPAM"]["Config"][0]["Subnet"])
#> bridge 10.200.0.0/24
#> small1 172.28.129.0/24
#> small4 10.200.1.0/24
