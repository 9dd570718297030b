three = [
    Mount("/fresh", None, type="tmpfs"),
    Mount("/named", None, type="tmpfs", tmpfs_mode=0o1777),
    Mount("/home", None, type="tmpfs"),
]
modes = ["stat", "-c", "%n %a", "/fresh", "/named", "/home"]
third = client.containers.run("alpine", "sleep 1d", name="third", mounts=three, detach=True)
print(third.exec_run(modes).output.decode())
third.restart(timeout=0)
print(third.exec_run(modes).output.decode())
for path in ("/fresh/file", "/named/file"):
    answer = third.exec_run(["touch", path], user="1000")
    print(answer.exit_code, answer.output.decode().strip())
third.remove(force=True)
#> /fresh 1777
#> /named 1777
#> /home 755
#>
#> /fresh 755
#> /named 755
#> /home 755
#>
#> 1 touch: /fresh/file: Permission denied
#> 1 touch: /named/file: Permission denied
