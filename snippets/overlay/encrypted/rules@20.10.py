#: on node1
import shlex

for table in ("mangle", "filter"):
    saved = subprocess.run(["iptables-save", "-t", table], capture_output=True, text=True, check=True).stdout
    for rule in saved.splitlines():
        if "--u32" in rule:
            print(rule)
            subprocess.run(["iptables", "-t", table, "-D", *shlex.split(rule)[1:]], check=True)
#> -A OUTPUT -p udp -m udp --dport 4789 -m u32 --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j MARK --set-xmark 0xd0c4e3/0xffffffff
#> -A INPUT -p udp -m policy --dir in --pol none -m udp --dport 4789 -m u32 --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j DROP
#> -A INPUT -p udp -m policy --dir in --pol ipsec -m udp --dport 4789 -m u32 --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j ACCEPT
#: on node2
import shlex

for table in ("mangle", "filter"):
    saved = subprocess.run(["iptables-save", "-t", table], capture_output=True, text=True, check=True).stdout
    for rule in saved.splitlines():
        if "--u32" in rule:
            print(rule)
            subprocess.run(["iptables", "-t", table, "-D", *shlex.split(rule)[1:]], check=True)
#> -A OUTPUT -p udp -m udp --dport 4789 -m u32 --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j MARK --set-xmark 0xd0c4e3/0xffffffff
#> -A INPUT -p udp -m policy --dir in --pol none -m udp --dport 4789 -m u32 --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j DROP
#> -A INPUT -p udp -m policy --dir in --pol ipsec -m udp --dport 4789 -m u32 --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j ACCEPT
