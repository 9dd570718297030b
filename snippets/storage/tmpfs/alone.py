second = client.containers.run("alpine", "sleep 1d", name="second", tmpfs={"/scratch": ""}, detach=True)
for container in (second, first):
    print(container.name, container.exec_run("ls -A /scratch").output.decode().split())
#> second []
#> first ['key']
