#: on node1
from docker.types import IPAMConfig, IPAMPool

pools = [IPAMPool(subnet="172.28.6.0/24"), IPAMPool(subnet="fd00:28:6::/64")]
dual = client.networks.create("dual", enable_ipv6=True, ipam=IPAMConfig(pool_configs=pools))
dual.reload()
print(dual.attrs["EnableIPv6"], [config["Subnet"] for config in dual.attrs["IPAM"]["Config"]])
#> True ['172.28.6.0/24', 'fd00:28:6::/64']
