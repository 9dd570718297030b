bridge = client.networks.get("bridge")
try:
    bridge.connect("quiet")
except docker.errors.APIError as error:
    print(error.explanation)
client.networks.get("none").disconnect("quiet")
bridge.connect("quiet")
print(quiet.exec_run(["sh", "-c", "ip addr | grep inet"]).output.decode())
#> container cannot be connected to multiple networks with one of the networks in private (none) mode
#>     inet 127.0.0.1/8 scope host lo
#>     inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
