from io import BytesIO

recipe = b"FROM alpine\nRUN mkdir /data && chown 1000:1000 /data && chmod 750 /data\nUSER 1000:1000\n"
client.images.build(fileobj=BytesIO(recipe), tag="app", rm=True)
app = client.containers.run("app", "sleep 1d", name="app", volumes=["fresh:/data"], detach=True)
print(app.exec_run(show).output.decode())
print(app.exec_run("touch /data/first").exit_code)
#> /data belongs to 1000:1000, mode 750
#>
#> 0
