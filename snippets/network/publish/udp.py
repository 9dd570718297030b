#: on node1
client.images.pull("alpine", tag="latest")
ports = {"53/udp": 8053, "7000/tcp": 7000, "7001/tcp": 7001}
many = client.containers.run("alpine", "sleep 1d", name="many", ports=ports, detach=True)
many.reload()
for port, bindings in sorted(many.ports.items()):
    print(port, bindings[0]["HostIp"], bindings[0]["HostPort"])
#> 53/udp 0.0.0.0 8053
#> 7000/tcp 0.0.0.0 7000
#> 7001/tcp 0.0.0.0 7001
#: on client
try:
    urlopen("http://192.0.2.11:7000")
except URLError as error:
    print(error.reason)
#> [Errno 111] Connection refused
