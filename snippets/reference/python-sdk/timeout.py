import requests

try:
    app.wait(timeout=1)
except requests.exceptions.RequestException as error:
    print(isinstance(error, docker.errors.DockerException), "timed out" in str(error))
#> False True
