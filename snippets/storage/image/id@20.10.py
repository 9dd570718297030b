digest = site.id.removeprefix("sha256:")
name = next(name for name in archive.getnames() if digest in name)
named = archive.extractfile(name).read()
print(name)
print(hashlib.sha256(named).hexdigest())
print(sorted(json.loads(named)))
#> 45c8152fac95db975b3eb7c0a1b890d7d9da084cde2d3d966d1b68905685ea30.json
#> 45c8152fac95db975b3eb7c0a1b890d7d9da084cde2d3d966d1b68905685ea30
#> ['architecture', 'config', 'container', 'container_config', 'created', 'docker_version', 'history', 'os', 'rootfs']
