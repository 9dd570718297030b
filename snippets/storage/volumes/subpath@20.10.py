writer.exec_run("mkdir /data/blue /data/green")
writer.exec_run(["sh", "-c", "echo sky > /data/blue/sky"])
for path in ("/blue", "blue"):
    part = Mount("/data", "notes", subpath=path)
    try:
        print(client.containers.run("alpine", "ls /data", mounts=[part], remove=True).decode())
    except docker.errors.APIError as error:
        print(error.explanation)
#> blue
#> green
#> today
#>
#> blue
#> green
#> today
