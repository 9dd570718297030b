config = client.api.create_endpoint_config(links={"u2": "store"})
u3 = client.containers.run(
    "alpine", "sleep 1d", name="u3", network="app", networking_config={"app": config}, detach=True
)
#: on node1
print(client.containers.get("u3").exec_run("ping -c 1 store").output.decode())
print("STORE_" in client.containers.get("u3").exec_run("env").output.decode())
#> PING store (172.28.1.50): 56 data bytes
#> 64 bytes from 172.28.1.50: seq=0 ttl=64 time=0.096 ms
#>
#> --- store ping statistics ---
#> 1 packets transmitted, 1 packets received, 0% packet loss
#> round-trip min/avg/max = 0.096/0.096/0.096 ms
#>
#> False
