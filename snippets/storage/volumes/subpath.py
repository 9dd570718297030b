writer.exec_run("mkdir /data/blue /data/green")
writer.exec_run(["sh", "-c", "echo sky > /data/blue/sky"])
for path in ("/blue", "blue"):
    part = Mount("/data", "notes", subpath=path)
    try:
        print(client.containers.run("alpine", "ls /data", mounts=[part], remove=True).decode())
    except docker.errors.APIError as error:
        print(error.explanation)
#> invalid mount config for type "volume": subpath must be a relative path within the volume
#> sky
