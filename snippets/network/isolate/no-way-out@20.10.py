#: on node1
for container in (b1, app):
    answer = container.exec_run("ping -c 1 192.0.2.12")
    print(container.name, "reaches client" if answer.exit_code == 0 else "does not")
    print(container.exec_run("ip route").output.decode())
#> b1 reaches client
#> default via 172.28.2.1 dev eth0
#> 172.28.2.0/24 dev eth0 scope link  src 172.28.2.2
#>
#> app does not
#> default via 172.28.3.1 dev eth0
#> 172.28.3.0/24 dev eth0 scope link  src 172.28.3.3
