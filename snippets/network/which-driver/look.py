client.images.pull("alpine", tag="latest")
print(client.containers.run("alpine", "ip route", network="none", remove=True))
print(client.containers.run("alpine", "ip route", network="bridge", remove=True).decode())
print(client.containers.run("alpine", "ls -d /sys/class/net/docker0", network="host", remove=True).decode())
try:
    client.containers.run("alpine", "ls -d /sys/class/net/docker0", network="bridge", remove=True)
except docker.errors.ContainerError as error:
    print(error.exit_status, error.stderr.decode())
#> b''
#> default via 172.17.0.1 dev eth0
#> 172.17.0.0/16 dev eth0 scope link  src 172.17.0.2
#>
#> /sys/class/net/docker0
#>
#> 1 ls: /sys/class/net/docker0: No such file or directory
