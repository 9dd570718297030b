import shutil

del os.environ["DOCKER_CONFIG"]
shutil.rmtree("/srv/settings")
app.remove(force=True)
client.close()
