for user in ("1000", "1000:1000"):
    print(client.containers.run("alpine", "id", user=user, remove=True).decode().strip())
nobody = client.containers.create("alpine", "id", user="webmaster")
try:
    nobody.start()
except docker.errors.APIError as error:
    print(error.explanation)
nobody.remove()
#> uid=1000 gid=0(root) groups=0(root)
#> uid=1000 gid=1000 groups=1000
#> unable to find user webmaster: no matching entries in passwd file
