answer = client.containers.get("a1").exec_run("ping -c 1 -W 1 172.18.0.3")
print(answer.exit_code, answer.output.decode())
#> 1 PING 172.18.0.3 (172.18.0.3): 56 data bytes
#>
#> --- 172.18.0.3 ping statistics ---
#> 1 packets transmitted, 0 packets received, 100% packet loss
