import docker

client = docker.from_env()
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(network.short_id, network.name, network.attrs["Driver"], network.attrs["Scope"])
#> 532ae93d9a17 bridge bridge local
#> 9fe0cc721d36 host host local
#> d1c2397f648c none null local
