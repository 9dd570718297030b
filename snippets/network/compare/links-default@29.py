client.containers.run("alpine", "sleep 1d", name="store", environment={"PASSWORD": "secret"}, detach=True)
d3 = client.containers.run("alpine", "sleep 1d", name="d3", links={"store": "store"}, detach=True)
print(d3.exec_run("grep store /etc/hosts").output.decode())
for line in sorted(d3.exec_run("env").output.decode().splitlines()):
    if line.startswith("STORE_"):
        print(line)
#> 172.17.0.3	store e4f9ef636274
