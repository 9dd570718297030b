print(client.containers.get("side").exec_run(["sh", "-c", "wget -qO- http://127.0.0.1 | grep title"]).output.decode())
#> <title>Welcome to nginx!</title>
