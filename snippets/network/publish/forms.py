#: on node1
six = client.containers.run("nginx", name="six", ports={"80/tcp": [("::1", 8084), ("::", None)]}, detach=True)
four = client.containers.run(
    "nginx", name="four", ports={"80/tcp": [("0.0.0.0", 8085), ("127.0.0.1", None)]}, detach=True
)
for container in (six, four):
    container.reload()
    for binding in sorted(container.ports["80/tcp"], key=lambda one: one["HostIp"]):
        print(container.name, binding["HostIp"], binding["HostPort"])
#> six :: 32770
#> six ::1 8084
#> four 0.0.0.0 8085
#> four 127.0.0.1 32770
