try:
    client.containers.run("alpine", "ls -A /site", mounts=[Mount("/site", "/srv/stie", type="bind")], remove=True)
except docker.errors.APIError as error:
    print(error.explanation)
print(client.containers.run("alpine", "ls -A /site", volumes=["/srv/stie:/site"], remove=True).decode().split())
made = Path("/srv/stie")
print(made.is_dir(), made.owner())
made.rmdir()
#> invalid mount config for type "bind": bind source path does not exist: /srv/stie
#> []
#> True root
