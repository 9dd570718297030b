from pathlib import Path

c1 = client.containers.run("site:1", "sleep 1d", name="c1", detach=True)
c1.reload()
mounts = Path(f"/proc/{c1.attrs['State']['Pid']}/mountinfo").read_text().splitlines()
root = next(mount for mount in mounts if " / / " in mount)
folders = dict(option.split("=") for option in root.split(",") if "dir=" in option)
for name, folder in folders.items():
    print(name, folder)
#> lowerdir /var/lib/docker/overlay2/l/XIEZJ35QY6Q5CVGVENY2O7AKXB:/var/lib/docker/overlay2/l/QBH7OHL4LEFJ4OAW4PM2HJOPVV:/var/lib/docker/overlay2/l/CU52GXUXGSO3GFDOMLGX4JJ63R
#> upperdir /var/lib/docker/overlay2/562d5d6ad42a53aa3d26baf252823604b20af558a1c9d9fce310b9eb4dacac99/diff
#> workdir /var/lib/docker/overlay2/562d5d6ad42a53aa3d26baf252823604b20af558a1c9d9fce310b9eb4dacac99/work
