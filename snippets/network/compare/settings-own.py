pool = docker.types.IPAMPool(subnet="172.28.2.0/24")
small = client.networks.create(
    "small",
    driver="bridge",
    options={"com.docker.network.driver.mtu": "1400"},
    ipam=docker.types.IPAMConfig(pool_configs=[pool]),
)
small.connect("u1")
print(client.containers.get("u1").exec_run("cat /sys/class/net/eth0/mtu /sys/class/net/eth1/mtu").output.decode())
#> 1500
#> 1400
