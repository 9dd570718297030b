client.images.pull("alpine", tag="latest")
print(client.containers.run("alpine", "echo hello", remove=True))
app = client.containers.run("alpine", "sleep 1d", name="app", init=True, detach=True)
print(app.status)
app.reload()
print(app.status)
#> b'hello\n'
#> created
#> running
