elsewhere = {"type": "none", "o": "bind", "device": "/srv/site"}
print(client.volumes.create("late", driver_opts=elsewhere).attrs["Options"]["device"])
late.remove()
print(client.volumes.create("late", driver_opts=elsewhere).attrs["Options"]["device"])
print([file.name for file in Path("/srv/late").iterdir()])
#> /srv/late
#> /srv/site
#> ['here']
