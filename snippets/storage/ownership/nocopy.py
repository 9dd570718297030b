from docker.types import Mount

for uncopied in (True, False):
    bare = Mount("/data", "bare", no_copy=uncopied)
    print(client.containers.run("app", show, mounts=[bare], remove=True).decode().strip())
#> /data belongs to 0:0, mode 755
#> /data belongs to 1000:1000, mode 750
