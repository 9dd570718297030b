for container in (scratch, bare, web):
    container.remove(force=True)
print(client.volumes.prune()["VolumesDeleted"])
print(sorted(volume.name for volume in client.volumes.list()))
#> ['empty', 'e20cd5a463590f680661c52c604d3410367375e8e86022e17f54960ef4c94df2', 'note', 'pages']
#> []
