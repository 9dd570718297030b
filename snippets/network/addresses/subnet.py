#: on node1
from docker.types import IPAMConfig, IPAMPool

pool = IPAMPool(
    subnet="172.28.1.0/24",
    iprange="172.28.1.128/25",
    gateway="172.28.1.254",
    aux_addresses={"printer": "172.28.1.130"},
)
lan = client.networks.create("lan", ipam=IPAMConfig(pool_configs=[pool]))
lan.reload()
for name, value in lan.attrs["IPAM"]["Config"][0].items():
    print(name, value)
#> Subnet 172.28.1.0/24
#> IPRange 172.28.1.128/25
#> Gateway 172.28.1.254
#> AuxiliaryAddresses {'printer': '172.28.1.130'}
