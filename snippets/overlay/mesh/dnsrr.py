#: within 60 seconds
#: in any order
#: on node1
print(caller.exec_run("nslookup -type=a each").output.decode())
#> Server:		127.0.0.11
#> Address:	127.0.0.11:53
#>
#> Non-authoritative answer:
#> Name:	each
#> Address: 10.0.1.8
#> Name:	each
#> Address: 10.0.1.9
