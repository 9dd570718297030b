#: exits 1
print(client.volumes.prune(filters={"all": "true"}))
print(sorted(volume.name for volume in client.volumes.list()))
#> Traceback (most recent call last):
#>   File "snippets/storage/local-driver/prune.py", line 1, in <module>
#>     print(client.volumes.prune(filters={"all": "true"}))
#>           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#> docker.errors.APIError: 400 Client Error for http+docker://localhost/v1.41/volumes/prune?filters=%7B%22all%22%3A+%5B%22true%22%5D%7D: Bad Request ("Invalid filter 'all'")
