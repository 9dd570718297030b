#: on node1
c4 = client.containers.run("alpine", "sleep 1d", name="c4", network="auto", detach=True)
other.connect("c4", ipv4_address="172.28.2.10")
c4.reload()
for name, network in sorted(c4.attrs["NetworkSettings"]["Networks"].items()):
    print(name, network["IPAddress"])
#> auto 192.168.48.2
#> other 172.28.2.10
