older = docker.from_env(version="1.45")
print(older.containers.get("web").attrs["NetworkSettings"]["IPAddress"])
#> 172.17.0.2
