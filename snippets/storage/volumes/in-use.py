writer.remove(force=True)
reader.stop(timeout=0)
try:
    notes.remove()
except docker.errors.APIError as error:
    print(error.explanation)
users = client.containers.list(all=True, filters={"volume": "notes"})
print([(user.name, user.status) for user in users])
reader.remove(force=True)
notes.remove()
#> remove notes: volume is in use - [b2d053c055cd757f8b50e169eb7f32c7729acfeab0e55702d98f9711976f10f4]
#> [('reader', 'exited')]
