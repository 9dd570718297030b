import subprocess

os.environ["DOCKER_CONFIG"] = "/srv/settings"
other = ["other", "--docker", "host=unix:///srv/other.sock"]
for command in (["create", *other], ["use", "other"]):
    subprocess.run(["docker", "context", *command], check=True, capture_output=True)
try:
    docker.from_env()
except docker.errors.DockerException as error:
    print(error)
#> Error while fetching server API version: ('Connection aborted.', FileNotFoundError(2, 'No such file or directory'))
