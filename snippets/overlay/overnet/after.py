#: on node1
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(network.name, network.attrs["Driver"], network.attrs["Scope"])
#> bridge bridge local
#> docker_gwbridge bridge local
#> host host local
#> ingress overlay swarm
#> none null local
#: on node2
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(network.name, network.attrs["Driver"], network.attrs["Scope"])
#> bridge bridge local
#> docker_gwbridge bridge local
#> host host local
#> ingress overlay swarm
#> none null local
