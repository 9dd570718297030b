from docker.types import Mount

guarded = Mount("/site", "/srv/site", type="bind", read_only=True)
viewer = client.containers.run("alpine", "sleep 1d", name="viewer", mounts=[guarded], detach=True)
print(viewer.exec_run("cat /site/page").output.decode().strip())
answer = viewer.exec_run("rm /site/page")
print(answer.exit_code, answer.output.decode().strip())
#> two
#> 1 rm: can't remove '/site/page': Read-only file system
