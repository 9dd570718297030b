#: on node1
import docker
from docker.types import IPAMConfig, IPAMPool

client = docker.from_env()
client.images.pull("nginx", tag="latest")
client.images.pull("alpine", tag="latest")


def create(name, subnet, **options):
    ipam = IPAMConfig(pool_configs=[IPAMPool(subnet=subnet)])
    return client.networks.create(name, driver="bridge", ipam=ipam, **options)


shop = create("shop", "172.28.1.0/24")
blog = create("blog", "172.28.2.0/24")
fixed = {"shop": client.api.create_endpoint_config(ipv4_address="172.28.1.10")}
s1 = client.containers.run(
    "nginx", name="s1", network="shop", networking_config=fixed, ports={"80/tcp": 8080}, detach=True
)
b1 = client.containers.run("alpine", "sleep 1d", name="b1", network="blog", detach=True)
#: on node1
for name in ("172.28.1.10", "s1"):
    answer = b1.exec_run(f"ping -c 1 -W 1 {name}")
    print(answer.exit_code, answer.output.decode())
#> 1 PING 172.28.1.10 (172.28.1.10): 56 data bytes
#>
#> --- 172.28.1.10 ping statistics ---
#> 1 packets transmitted, 0 packets received, 100% packet loss
#>
#> 1 ping: bad address 's1'
