for name in ("b1", "a1"):
    print(name, client.containers.get(name).exec_run("grep ^nameserver /etc/resolv.conf").output.decode().strip())
#> b1 nameserver 127.0.0.11
#> a1 nameserver 192.0.2.2
