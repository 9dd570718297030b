#: on node1
bridge_name = {"com.docker.network.bridge.name": "br-vault"}
vault = create("vault", "172.28.3.0/24", internal=True, options=bridge_name)
db = client.containers.run("nginx", name="db", network="vault", detach=True)
app = client.containers.run("alpine", "sleep 1d", name="app", network="vault", detach=True)
db.exec_run(["sh", "-c", "echo the page of db > /usr/share/nginx/html/index.html"])
#: on node1
print(app.exec_run("wget -qO- http://db").output.decode())
#> the page of db
