#: on node1
endpoint = client.api.create_endpoint_config(ipv4_address="172.28.1.10", mac_address="02:00:00:00:00:10")
db = client.containers.run(
    "alpine",
    "sleep 1d",
    name="db",
    network="lan",
    networking_config={"lan": endpoint},
    mac_address="02:00:00:00:00:10",
    detach=True,
)
db.restart(timeout=0)
db.reload()
print(db.attrs["NetworkSettings"]["Networks"]["lan"]["IPAddress"])
print(db.attrs["NetworkSettings"]["Networks"]["lan"]["MacAddress"])
print(db.exec_run("cat /sys/class/net/eth0/address").output.decode())
#> 172.28.1.10
#> 02:00:00:00:00:10
#> 02:00:00:00:00:10
