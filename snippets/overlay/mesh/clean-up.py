#: on node2
print(client.swarm.leave())
client.networks.get("docker_gwbridge").remove()
#> True
#: on node1
print(client.swarm.leave(force=True))
client.networks.get("docker_gwbridge").remove()
print(subprocess.run(["iptables", "-t", "nat", "-S", "DOCKER-INGRESS"], capture_output=True, text=True, check=True).stdout)
#> True
#> -N DOCKER-INGRESS
#> -A DOCKER-INGRESS -j RETURN
