state = ["sh", "-c", "echo alive > /run/state && cat /run/state"]
print(client.containers.run("alpine", state, read_only=True, tmpfs={"/run": ""}, remove=True).decode())
#> alive
