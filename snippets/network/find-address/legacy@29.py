#: exits 1
for container in (web, api):
    print(container.name, repr(container.attrs["NetworkSettings"]["IPAddress"]))
#> Traceback (most recent call last):
#>   File "snippets/network/find-address/legacy.py", line 2, in <module>
#>     print(container.name, repr(container.attrs["NetworkSettings"]["IPAddress"]))
#>                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^
#> KeyError: 'IPAddress'
