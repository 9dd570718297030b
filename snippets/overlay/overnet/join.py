#: on node2
token = "SWMTKN-1-3ib3rmzs0ex7v9zi5v8n4aiwfb97nljjhw22yt48qbooowfm0p-ba1aoezhy2xzcgawsgsa4skgm"
print(client.swarm.join(remote_addrs=["192.0.2.11:2377"], join_token=token))
#> True
