#: on node1
import docker

client = docker.from_env()
client.swarm.init(advertise_addr="192.0.2.11")
print(client.swarm.attrs["JoinTokens"]["Worker"])
#> SWMTKN-1-6434b9lli0d0bqjtp4cffx57y5g91779338nyk9xae288h1hsm-3es1tlgft6c5p2j7pzrsespny
#: on node2
import docker

client = docker.from_env()
token = "SWMTKN-1-6434b9lli0d0bqjtp4cffx57y5g91779338nyk9xae288h1hsm-3es1tlgft6c5p2j7pzrsespny"
print(client.swarm.join(remote_addrs=["192.0.2.11:2377"], join_token=token))
#> True
