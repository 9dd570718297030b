client.images.pull("alpine", tag="latest")
writer = client.containers.run("alpine", "sleep 1d", name="writer", volumes=["notes:/data"], detach=True)
reader = client.containers.run("alpine", "sleep 1d", name="reader", volumes=["notes:/data:ro"], detach=True)
writer.exec_run(["sh", "-c", "echo hello > /data/today"])
print(reader.exec_run("cat /data/today").output.decode())
answer = reader.exec_run("rm /data/today")
print(answer.exit_code, answer.output.decode())
#> hello
#>
#> 1 rm: can't remove '/data/today': Read-only file system
