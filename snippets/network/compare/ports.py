d1, u1 = client.containers.get("d1"), client.containers.get("u1")
print(d1.exec_run(["sh", "-c", "wget -qO- http://172.17.0.4 | grep title"]).output.decode())
print(u1.exec_run(["sh", "-c", "wget -qO- http://uweb | grep title"]).output.decode())
print(d1.exec_run(["sh", "-c", "wget -qO- http://172.17.0.1:8080 | grep title"]).output.decode())
#> <title>Welcome to nginx!</title>
#>
#> <title>Welcome to nginx!</title>
#>
#> <title>Welcome to nginx!</title>
