(folder / "token").write_text("hunter2\n")
(folder / "Dockerfile.leak").write_text("""\
FROM alpine
COPY token /token
RUN sha256sum /token > /checked
RUN rm /token
""")
leak, log = client.images.build(path=str(folder), dockerfile="Dockerfile.leak", tag="site:leak", rm=True)
print(leak.id)
try:
    client.containers.run("site:leak", "cat /token", remove=True)
except docker.errors.ContainerError as error:
    print(error.exit_status, error.stderr.decode())
#> sha256:36fd415c5344c7b90d2fb1e876a5618281c45427eb61a37632159bf541c865e0
#> 1 cat: can't open '/token': No such file or directory
