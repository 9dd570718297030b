#: on node1
for name in ("h1", "h2"):
    client.containers.get(name).remove(force=True)
half.remove()
half = client.networks.create(
    "half", enable_ipv6=True, ipam=IPAMConfig(pool_configs=[IPAMPool(subnet="fd00:28:7::/64")])
)
for name in ("h1", "h2"):
    client.containers.run("alpine", "sleep 1d", name=name, network="half", detach=True)
#: on node1
print(client.containers.get("h1").exec_run("ping -6 -c 1 h2").output.decode())
#> PING h2 (fd00:28:7::3): 56 data bytes
#> 64 bytes from fd00:28:7::3: seq=0 ttl=64 time=0.108 ms
#>
#> --- h2 ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.108/0.108/0.108 ms
