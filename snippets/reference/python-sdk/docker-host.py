import os

os.environ["DOCKER_HOST"] = "unix:///run/docker.sock"
print(docker.from_env().ping())
del os.environ["DOCKER_HOST"]
print(docker.DockerClient(base_url="unix:///run/docker.sock", timeout=10).ping())
#> True
#> True
