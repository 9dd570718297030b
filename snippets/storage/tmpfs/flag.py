import docker

client = docker.from_env()
client.images.pull("alpine", tag="latest")
options = {"/scratch": "size=8m,mode=1770,uid=1000"}
first = client.containers.run("alpine", "sleep 1d", name="first", tmpfs=options, detach=True)
print(first.exec_run("df -h /scratch").output.decode())
print(first.exec_run(["stat", "-c", "mode %a, user %u", "/scratch"]).output.decode())
filtered = "grep ' /scratch ' /proc/mounts | grep -oE 'no[a-z]+|size=[^,]*'"
print(first.exec_run(["sh", "-c", filtered]).output.decode())
#> Filesystem                Size      Used Available Use% Mounted on
#> tmpfs                     8.0M         0      8.0M   0% /scratch
#>
#> mode 1770, user 1000
#>
#> nosuid
#> nodev
#> noexec
#> size=8192k
