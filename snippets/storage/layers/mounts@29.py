from pathlib import Path

c1 = client.containers.run("site:1", "sleep 1d", name="c1", detach=True)
c1.reload()
mounts = Path(f"/proc/{c1.attrs['State']['Pid']}/mountinfo").read_text().splitlines()
root = next(mount for mount in mounts if " / / " in mount)
folders = dict(option.split("=") for option in root.split(",") if "dir=" in option)
for name, folder in folders.items():
    print(name, folder)
#> lowerdir /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/10/fs:/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/5/fs:/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/2/fs:/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/1/fs
#> upperdir /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/11/fs
#> workdir /var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/11/work
