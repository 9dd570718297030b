import docker

client = docker.from_env()
print(client.info()["Plugins"]["Network"])
#> ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay']
