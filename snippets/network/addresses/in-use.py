#: on node1
for network in sorted(client.networks.list(filters={"driver": "bridge"}), key=lambda network: network.name):
    print(network.name, [config["Subnet"] for config in network.attrs["IPAM"]["Config"]])
other = client.networks.create("other", ipam=IPAMConfig(pool_configs=[IPAMPool(subnet="172.28.2.0/24")]))
print(other.short_id)
#> bridge ['172.17.0.0/16']
#> lan ['172.28.1.0/24']
#> b4e2e6fd5ba8
