#: on node1
client.images.pull("nginx", tag="latest")
client.images.pull("alpine", tag="latest")
web = client.containers.run("nginx", name="web", network="dual", ports={"80/tcp": 8080}, detach=True)
endpoint = client.api.create_endpoint_config(ipv6_address="fd00:28:6::10")
c1 = client.containers.run(
    "alpine", "sleep 1d", name="c1", network="dual", networking_config={"dual": endpoint}, detach=True
)
for container in (web, c1):
    container.reload()
    network = container.attrs["NetworkSettings"]["Networks"]["dual"]
    print(container.name, network["IPAddress"], network["GlobalIPv6Address"])
print(c1.exec_run("sh -c 'ip -6 route | grep -v ^fe80'").output.decode())
#> web 172.28.6.2 fd00:28:6::2
#> c1 172.28.6.3 fd00:28:6::10
#> fd00:28:6::/64 dev eth0  metric 256
#> default via fd00:28:6::1 dev eth0  metric 1024
