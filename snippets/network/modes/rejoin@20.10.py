client.containers.get("side").restart(timeout=0)
print(client.containers.get("side").exec_run(["sh", "-c", "ip addr | grep inet"]).output.decode())
#>     inet 127.0.0.1/8 scope host lo
#>     inet 172.17.0.3/16 brd 172.17.255.255 scope global eth0
