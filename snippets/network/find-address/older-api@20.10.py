#: exits 1
older = docker.from_env(version="1.45")
print(older.containers.get("web").attrs["NetworkSettings"]["IPAddress"])
#> Traceback (most recent call last):
#>   File "snippets/network/find-address/older-api.py", line 2, in <module>
#>     print(older.containers.get("web").attrs["NetworkSettings"]["IPAddress"])
#>           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
#> docker.errors.APIError: 400 Client Error for http+docker://localhost/v1.45/containers/web/json: Bad Request ("client version 1.45 is too new. Maximum supported API version is 1.41")
