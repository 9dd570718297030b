try:
    client.containers.get("nosuch")
except docker.errors.NotFound as error:
    print(error.status_code, error.explanation)
try:
    client.containers.run("alpine", "true", name="app")
except docker.errors.APIError as error:
    print(error.status_code, error.is_client_error(), error.explanation)
#> 404 No such container: nosuch
#> 409 True Conflict. The container name "/app" is already in use by container "3ec99d31f47c6973a09687dc5b87eabcd0d3a95d0c53ff74d78a30c4481880d9". You have to remove (or rename) that container to be able to reuse that name.
