#: on node1
client.images.pull("alpine", tag="latest")
for name in ("c1", "c2", "c3"):
    container = client.containers.run("alpine", "sleep 1d", name=name, network="lan", detach=True)
    container.reload()
    print(name, container.attrs["NetworkSettings"]["Networks"]["lan"]["IPAddress"])
print(client.containers.get("c1").exec_run("ip route").output.decode())
#> c1 172.28.1.128
#> c2 172.28.1.129
#> c3 172.28.1.131
#> default via 172.28.1.254 dev eth0
#> 172.28.1.0/24 dev eth0 scope link  src 172.28.1.128
