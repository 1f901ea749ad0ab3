"""Google's storage at a port of loopback, emulated, with one bucket and no users.

It says where it is, then does what its standard input asks until that ends.
"""
import os

from gcp_storage_emulator.server import create_server
from served import serve

server = create_server("127.0.0.1", 0, in_memory=True, default_bucket="code")
server.start()
os.environ["STORAGE_EMULATOR_HOST"] = "http://127.0.0.1:%d" % server._api._httpd.server_port

from google.api_core.exceptions import GoogleAPICallError
from google.cloud import storage

bucket = storage.Client().bucket("code")
print(os.environ["STORAGE_EMULATOR_HOST"], flush=True)


def answer(what, name, *more):
    if what == "put":
        bucket.blob(name).upload_from_filename(more[0])
    elif what == "get":
        bucket.blob(name).download_to_filename(more[0])
    elif what == "delete":
        bucket.blob(name).delete()
    elif what == "has":
        return "done" if bucket.blob(name).exists() else "missing"
    return "done"


serve(answer, GoogleAPICallError)
server.stop()
