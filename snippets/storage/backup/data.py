#: on node1
import docker
from docker.types import Mount

client = docker.from_env()
client.images.pull("alpine", tag="latest")
app = client.containers.run("alpine", "sleep 1d", name="app", mounts=[Mount("/data", "notes")], detach=True)
app.exec_run(["sh", "-c", "mkdir /data/2026; echo one > /data/2026/january; echo two > /data/today"])
app.exec_run(["sh", "-c", "chown 1000:1000 /data/today; chmod 640 /data/today"])
