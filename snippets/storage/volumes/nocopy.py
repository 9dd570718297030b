from docker.types import Mount

uncopied = Mount("/usr/share/nginx/html", "empty", no_copy=True)
bare = client.containers.run("nginx", name="bare", mounts=[uncopied], detach=True)
print(bare.exec_run("ls -A /usr/share/nginx/html").output.decode().split())
#> []
