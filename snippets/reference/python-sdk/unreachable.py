for url in ("unix:///srv/nothing.sock", "nosuch://docker"):
    try:
        docker.DockerClient(base_url=url)
    except docker.errors.DockerException as error:
        print(error)
#> Error while fetching server API version: ('Connection aborted.', FileNotFoundError(2, 'No such file or directory'))
#> Invalid bind address protocol: nosuch://docker
