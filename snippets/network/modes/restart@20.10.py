client.containers.get("third").restart()
print(client.containers.get("side").exec_run(["sh", "-c", "ip addr | grep inet"]).output.decode())
#>     inet 127.0.0.1/8 scope host lo
