#: on node1
target, published = "80/tcp", 8083
spelled = client.containers.run("nginx", name="spelled", ports={target: published}, detach=True)
spelled.reload()
for target, bindings in spelled.ports.items():
    for binding in bindings:
        print("published", binding["HostIp"], binding["HostPort"], "target", target)
#> published 0.0.0.0 8083 target 80/tcp
#> published :: 8083 target 80/tcp
