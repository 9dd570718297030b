#: on node2
from docker.types import IPAMConfig, IPAMPool

small4 = client.networks.create("small4", ipam=IPAMConfig(pool_configs=[IPAMPool(subnet="172.28.4.0/24")]))
print(small4.short_id)
for name in ("small4", "small3", "small2", "small1"):
    client.networks.get(name).remove()
#> 20fb575035a8
