#: on node1
import re
import subprocess


def xfrm(what):
    return subprocess.run(["ip", "xfrm", what], capture_output=True, text=True, check=True).stdout


print(set(re.findall(r"aead (\S+)", xfrm("state"))))
for policy in xfrm("policy").split("\nsrc "):
    if "dst 192.0.2.12" in policy:
        print(re.findall(r"proto udp dport \d+|proto esp", policy))
#> {'rfc4106(gcm(aes))'}
#> ['proto udp dport 4789', 'proto esp']
