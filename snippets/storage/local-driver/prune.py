print(client.volumes.prune(filters={"all": "true"}))
print(sorted(volume.name for volume in client.volumes.list()))
#> {'VolumesDeleted': [], 'SpaceReclaimed': 0}
#> ['cache', 'inline', 'late', 'site', 'stack']
