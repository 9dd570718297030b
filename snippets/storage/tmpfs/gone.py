first.restart(timeout=0)
print(first.exec_run("ls -A /scratch").output.decode().split())
print(first.exec_run("cat /on-disk").output.decode())
#> []
#> note
