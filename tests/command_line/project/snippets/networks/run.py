import docker

client = docker.from_env()
for network in sorted(client.networks.list(), key=lambda network: network.name):
    print(network.name, network.attrs["Driver"])
