from docker.types import DriverConfig, Mount

small = DriverConfig("local", {"type": "tmpfs", "device": "tmpfs", "o": "size=4m,mode=700"})
inline = Mount("/data", "inline", driver_config=small)
print(client.containers.run("alpine", "df -h /data", mounts=[inline], remove=True).decode())
print(sorted(client.volumes.get("inline").attrs["Options"].items()))
#> Filesystem                Size      Used Available Use% Mounted on
#> tmpfs                     4.0M         0      4.0M   0% /data
#>
#> [('device', 'tmpfs'), ('o', 'size=4m,mode=700'), ('type', 'tmpfs')]
