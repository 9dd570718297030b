import shutil

for container in (editor, viewer, pinned, follower):
    container.remove(force=True)
subprocess.run(["umount", site / "disk"], check=True)
shutil.rmtree(site)
print(client.containers.list(all=True), site.exists())
#> [] False
