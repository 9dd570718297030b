import subprocess

client.images.pull("nginx", tag="latest")
client.containers.run("nginx", name="open", network_mode="host", detach=True)
print(client.containers.get("open").exec_run("hostname").output.decode())
command = ["sh", "-c", "ip addr show docker0 | grep 'inet '"]
print(client.containers.run("alpine", command, network_mode="host", remove=True).decode())
print(subprocess.check_output(command, text=True))
#> node1
#>
#>     inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0
#>
#>     inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0
