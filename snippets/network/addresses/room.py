#: on node2
from docker.types import IPAMConfig, IPAMPool

small5 = client.networks.create("small5", ipam=IPAMConfig(pool_configs=[IPAMPool(subnet="172.28.4.0/24")]))
print(small5.short_id)
for name in ("small5", "small4", "small3", "small2", "small1"):
    client.networks.get(name).remove()
#> 20fb575035a8
