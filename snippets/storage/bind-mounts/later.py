import subprocess

following = Mount("/site", "/srv/site", type="bind", propagation="rslave")
follower = client.containers.run("alpine", "sleep 1d", name="follower", mounts=[following], detach=True)
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", site / "disk"], check=True)
(site / "disk/late").touch()
for container in (editor, follower):
    print(container.name, container.exec_run("ls /site/disk").output.decode().split())
    container.reload()
    print([mount["Propagation"] for mount in container.attrs["Mounts"]])
#> editor []
#> ['rprivate']
#> follower ['late']
#> ['rslave']
