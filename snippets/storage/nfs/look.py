#: on node2
import subprocess

volume = client.volumes.get("shared")
print(sorted(volume.attrs["Options"].items()))
where = ["findmnt", "-no", "FSTYPE", volume.attrs["Mountpoint"]]
print(subprocess.run(where, capture_output=True, text=True, check=True).stdout)
#> [('device', ':/'), ('o', 'addr=192.0.2.11,nfsvers=4.2'), ('type', 'nfs')]
#> nfs4
#: on node1
print((shared / "one").read_text())
#> from node1
