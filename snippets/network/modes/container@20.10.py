side = client.containers.run("alpine", "sleep 1d", name="side", network_mode="container:third", detach=True)
print(client.containers.get("third").exec_run("hostname").output.decode())
print(side.exec_run("hostname").output.decode())
print(side.exec_run(["sh", "-c", "ip addr | grep inet"]).output.decode())
#> 482388b965e9
#>
#> 482388b965e9
#>
#>     inet 127.0.0.1/8 scope host lo
#>     inet 172.17.0.3/16 brd 172.17.255.255 scope global eth0
