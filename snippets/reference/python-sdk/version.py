import docker

print(docker.__version__)
#> 7.2.0
