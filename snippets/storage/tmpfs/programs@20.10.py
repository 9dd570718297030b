first.exec_run("cp /bin/busybox /scratch/busybox")
answer = first.exec_run("/scratch/busybox echo runs")
print(answer.exit_code, answer.output.decode().strip())
copy = ["sh", "-c", "cp /bin/busybox /scratch && /scratch/busybox echo runs"]
print(client.containers.run("alpine", copy, tmpfs={"/scratch": "exec"}, remove=True).decode())
#> 126 OCI runtime exec failed: exec failed: unable to start container process: eaccess /scratch/busybox: permission denied: unknown
#> runs
