print(client.containers.run("alpine", "df -h /scratch", tmpfs={"/scratch": "size=64m"}, remove=True).decode())
#> Filesystem                Size      Used Available Use% Mounted on
#> tmpfs                    64.0M         0     64.0M   0% /scratch
