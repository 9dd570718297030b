#: on node1
client.containers.run("alpine", "tar -xzf /backup/notes.tar.gz -C /data", volumes=unpack, remove=True)
print(fingerprint("copy"))
print(fingerprint("copy") == fingerprint("notes"))
#> 0:0 644 ./2026/january
#> 1000:1000 640 ./today
#> 2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806  ./2026/january
#> 27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a  ./today
#>
#> True
