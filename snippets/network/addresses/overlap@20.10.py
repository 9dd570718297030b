#: on node1
pool = IPAMPool(subnet="172.28.1.64/26")
try:
    client.networks.create("other", ipam=IPAMConfig(pool_configs=[pool]))
except docker.errors.APIError as error:
    print(error.explanation)
#> Pool overlaps with other one on this address space
