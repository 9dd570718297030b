for network in ("bridge", "app"):
    print(network, sorted(container.name for container in client.containers.list(filters={"network": network})))
print(client.containers.get("u1").attrs["NetworkSettings"]["Networks"]["app"]["IPAddress"])
answer = client.containers.get("d1").exec_run("ping -c 1 -W 1 172.28.1.2")
print(answer.exit_code, answer.output.decode())
#> bridge ['d1', 'd2']
#> app ['u1', 'u2']
#> 172.28.1.2
#> 1 PING 172.28.1.2 (172.28.1.2): 56 data bytes
#>
#> --- 172.28.1.2 ping statistics ---
#> 1 packets transmitted, 0 packets received, 100% packet loss
