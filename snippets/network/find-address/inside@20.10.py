print(api.exec_run(["sh", "-c", "ip addr | grep inet"]).output.decode())
#>     inet 127.0.0.1/8 scope host lo
#>     inet 172.28.5.2/24 brd 172.28.5.255 scope global eth0
#>     inet 172.28.6.2/24 brd 172.28.6.255 scope global eth1
