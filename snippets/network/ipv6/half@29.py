#: on node1
half = client.networks.create("half", ipam=IPAMConfig(pool_configs=[IPAMPool(subnet="fd00:28:7::/64")]))
for name in ("h1", "h2"):
    client.containers.run("alpine", "sleep 1d", name=name, network="half", detach=True)
answer = client.containers.get("h1").exec_run("ping -6 -c 1 h2")
print(answer.exit_code, answer.output.decode())
half.reload()
print(half.attrs["EnableIPv6"], sorted(config["Subnet"] for config in half.attrs["IPAM"]["Config"]))
#> 1 ping: bad address 'h2'
#>
#> False ['172.19.0.0/16']
