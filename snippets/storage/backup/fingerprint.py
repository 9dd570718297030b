#: on node1
app.stop(timeout=0)
names = "find . -type f -print0 | sort -z | xargs -0"
everything = f"{names} stat -c '%u:%g %a %n'; {names} sha256sum"


def fingerprint(volume):
    look = {"volumes": [f"{volume}:/data:ro"], "working_dir": "/data", "remove": True}
    return client.containers.run("alpine", ["sh", "-c", everything], **look).decode()


print(fingerprint("notes"))
#> 0:0 644 ./2026/january
#> 1000:1000 640 ./today
#> 2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806  ./2026/january
#> 27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a  ./today
