config = archive.extractfile(manifest["Config"]).read()
print(manifest["Config"])
print(hashlib.sha256(config).hexdigest())
for word in json.loads(config)["config"]["Cmd"]:
    print(word)
for layer in json.loads(config)["rootfs"]["diff_ids"]:
    print(layer)
#> 45c8152fac95db975b3eb7c0a1b890d7d9da084cde2d3d966d1b68905685ea30.json
#> 45c8152fac95db975b3eb7c0a1b890d7d9da084cde2d3d966d1b68905685ea30
#> cat
#> /site/index.html
#> sha256:3c82e43ff7cdd65b8958b3c681315691e2029567fe58c5d56d30ddd80c760434
#> sha256:40676c4a2f06bba0913b0aa39d4898d7e3a7f979a2aa4dc6237593b1a42488a4
#> sha256:4ba0f523471bf4d18ed2f46662e7995148cf980dcc4f13736567db166ee25d29
