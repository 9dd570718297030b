#: on node1
plain = client.networks.create("open", driver="overlay", attachable=True)
print(plain.id)
sealed = client.networks.create("sealed", driver="overlay", attachable=True, options={"encrypted": ""})
print(sealed.id)
client.images.pull("alpine", tag="latest")
o1 = client.containers.run("alpine", "sleep 1d", name="o1", network="open", detach=True)
s1 = client.containers.run("alpine", "sleep 1d", name="s1", network="sealed", detach=True)
#> kusrtvmadebldezlemwrwzjho
#> tjky9fgcpl4rz4rbr15o00gkb
#: on node2
client.images.pull("alpine", tag="latest")
o2 = client.containers.run("alpine", "sleep 1d", name="o2", network="open", detach=True)
s2 = client.containers.run("alpine", "sleep 1d", name="s2", network="sealed", detach=True)
