#: on node1
both = ["copy:/from:ro", "renamed:/to"]
client.containers.run("alpine", "cp -a /from/. /to", volumes=both, remove=True)
print(fingerprint("renamed") == fingerprint("copy"))
#> True
