try:
    client.containers.run("alpine", "ls /nosuch", remove=True)
except docker.errors.ContainerError as error:
    print(error.exit_status, error.stderr)
result = app.exec_run("ls /nosuch")
print(result.exit_code, result.output)
#> 1 b'ls: /nosuch: No such file or directory\n'
#> 1 b'ls: /nosuch: No such file or directory\n'
