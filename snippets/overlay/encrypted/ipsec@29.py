#: on node1
policies = subprocess.run(["ip", "xfrm", "policy"], capture_output=True, text=True, check=True).stdout
print([line for line in policies.splitlines() if "dport 4789" in line])
subprocess.run(["ip", "xfrm", "policy", "deleteall", "proto", "udp", "dport", "4789"], check=True)
for source, target in (("192.0.2.11", "192.0.2.12"), ("192.0.2.12", "192.0.2.11")):
    subprocess.run(["ip", "xfrm", "state", "deleteall", "src", source, "dst", target], check=True)
#> ['src 192.0.2.11/32 dst 192.0.2.12/32 proto udp dport 4789 ']
#: on node2
policies = subprocess.run(["ip", "xfrm", "policy"], capture_output=True, text=True, check=True).stdout
print([line for line in policies.splitlines() if "dport 4789" in line])
subprocess.run(["ip", "xfrm", "policy", "deleteall", "proto", "udp", "dport", "4789"], check=True)
for source, target in (("192.0.2.11", "192.0.2.12"), ("192.0.2.12", "192.0.2.11")):
    subprocess.run(["ip", "xfrm", "state", "deleteall", "src", source, "dst", target], check=True)
#> []
