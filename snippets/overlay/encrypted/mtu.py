#: on node2
for container in (o2, s2):
    print(container.exec_run("cat /sys/class/net/eth0/mtu").output.decode().strip())
#> 1450
#> 1424
