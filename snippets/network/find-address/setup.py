import docker

client = docker.from_env()
client.images.pull("alpine", tag="latest")
for name, subnet in (("app", "172.28.5.0/24"), ("my-db", "172.28.6.0/24")):
    pool = docker.types.IPAMPool(subnet=subnet)
    client.networks.create(name, driver="bridge", ipam=docker.types.IPAMConfig(pool_configs=[pool]))
client.containers.run("alpine", "sleep 1d", name="web", detach=True)
client.containers.run("alpine", "sleep 1d", name="api", network="app", detach=True)
client.networks.get("my-db").connect("api")
client.containers.run("alpine", "sleep 1d", name="tools", network_mode="host", detach=True)
