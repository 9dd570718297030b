import docker

client = docker.from_env()
client.images.pull("alpine", tag="latest")
pool = docker.types.IPAMPool(subnet="172.28.1.0/24")
app = client.networks.create("app", driver="bridge", ipam=docker.types.IPAMConfig(pool_configs=[pool]))
d1 = client.containers.run("alpine", "sleep 1d", name="d1", detach=True)
d2 = client.containers.run("alpine", "sleep 1d", name="d2", detach=True)
u1 = client.containers.run("alpine", "sleep 1d", name="u1", network="app", detach=True)
u2 = client.containers.run("alpine", "sleep 1d", name="u2", network="app", detach=True)
