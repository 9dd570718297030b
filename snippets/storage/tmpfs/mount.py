from docker.types import Mount

scratch = Mount("/scratch", None, type="tmpfs", tmpfs_size="8m", tmpfs_mode=0o1770)
show = ["stat", "-c", "mode %a, user %u", "/scratch"]
print(client.containers.run("alpine", show, mounts=[scratch], remove=True).decode())
try:
    Mount("/scratch", None, type="tmpfs", uid=1000)
except TypeError as error:
    print(error)
#> mode 1770, user 0
#>
#> Mount.__init__() got an unexpected keyword argument 'uid'
