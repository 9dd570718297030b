answer = client.containers.get("d1").exec_run("ping -c 1 d2")
print(answer.exit_code, answer.output.decode())
#> 1 ping: bad address 'd2'
