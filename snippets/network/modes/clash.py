second = client.containers.run("nginx", name="second", network_mode="host", detach=True)
print(second.wait()["StatusCode"])
print(next(line for line in second.logs().decode().splitlines() if "bind" in line).partition("] ")[2])
#> 1
#> 1#1: bind() to 0.0.0.0:80 failed (98: Address already in use)
