#: on node1
options = {
    "com.docker.network.bridge.name": "br-sealed",
    "com.docker.network.bridge.gateway_mode_ipv4": "isolated",
}
sealed = create("sealed", "172.28.5.0/24", internal=True, options=options)
x1 = client.containers.run("nginx", name="x1", network="sealed", detach=True)
x2 = client.containers.run("alpine", "sleep 1d", name="x2", network="sealed", detach=True)
#: on node1
page = x2.exec_run("wget -qO- http://x1").output.decode()
print([line for line in page.splitlines() if "title" in line])
#> ['<title>Welcome to nginx!</title>']
#: on node1
import subprocess

for subnet in ("172.28.3.0/24", "172.28.5.0/24"):
    print(repr(subprocess.run(["ip", "route", "show", subnet], capture_output=True, text=True).stdout.strip()))
#> '172.28.3.0/24 dev br-vault proto kernel scope link src 172.28.3.1'
#> '172.28.5.0/24 dev br-sealed proto kernel scope link src 172.28.5.1'
