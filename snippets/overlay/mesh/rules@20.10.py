#: on node1
rules = subprocess.run(["iptables-save", "-t", "nat"], capture_output=True, text=True, check=True).stdout
for rule in rules.splitlines():
    if "-o docker_gwbridge" in rule:
        print(rule)
        subprocess.run(["iptables", "-t", "nat", "-D", *rule.split()[1:]], check=True)
#> -A POSTROUTING -o docker_gwbridge -m addrtype --src-type LOCAL -j MASQUERADE
#: on node2
import subprocess

rules = subprocess.run(["iptables-save", "-t", "nat"], capture_output=True, text=True, check=True).stdout
for rule in rules.splitlines():
    if "-o docker_gwbridge" in rule:
        print(rule)
        subprocess.run(["iptables", "-t", "nat", "-D", *rule.split()[1:]], check=True)
#> -A POSTROUTING -o docker_gwbridge -m addrtype --src-type LOCAL -j MASQUERADE
