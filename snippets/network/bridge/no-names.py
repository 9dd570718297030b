answer = client.containers.get("a1").exec_run("ping -c 1 a2")
print(answer.exit_code, answer.output.decode())
#> 1 ping: bad address 'a2'
