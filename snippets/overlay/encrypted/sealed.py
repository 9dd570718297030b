#: on node1
s1.exec_run("ping s2", detach=True)
#: on node2
sent = listen(lambda frame: frame[23] == 50, 30)
print("ESP", socket.inet_ntoa(sent[26:30]), "to", socket.inet_ntoa(sent[30:34]))
print(listen(is_vxlan, 10))
wire.close()
#> ESP 192.0.2.11 to 192.0.2.12
#> None
