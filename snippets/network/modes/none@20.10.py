import docker

client = docker.from_env()
client.images.pull("alpine", tag="latest")
quiet = client.containers.run("alpine", "sleep 1d", name="quiet", network_mode="none", detach=True)
print(quiet.exec_run(["sh", "-c", "ip addr | grep inet"]).output.decode())
print(repr(quiet.exec_run("ip route").output.decode()))
#>     inet 127.0.0.1/8 scope host lo
#>
#> ''
