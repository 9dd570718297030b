#: on node1
unpack = ["copy:/data", "/srv/backup:/backup:ro"]
wrong = client.containers.create("alpine", "cd /data && tar -xzf /backup/notes.tar.gz", volumes=unpack)
try:
    wrong.start()
except docker.errors.APIError as error:
    print(error.explanation.partition("process: ")[2])
wrong.remove()
#> exec: "cd": executable file not found in $PATH: unknown
