#: on node2
try:
    client.networks.create("small4")
except docker.errors.APIError as error:
    print(error.explanation)
#> could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network
