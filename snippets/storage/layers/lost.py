c1.exec_run(["sh", "-c", "echo precious > /notes"])
c1.remove(force=True)
c1 = client.containers.run("site:1", "sleep 1d", name="c1", detach=True)
answer = c1.exec_run("cat /notes")
print(answer.exit_code, answer.output.decode())
#> 1 cat: can't open '/notes': No such file or directory
