try:
    print(web.attrs["NetworkSettings"]["IPAddressOfMine"])
except KeyError as error:
    print("KeyError:", error)
#> KeyError: 'IPAddressOfMine'
