"""An S3 on the address of its argument, with one bucket and one user.

It says where it is, then does what its standard input asks until that ends.
"""
import base64
import json
import os
import sys
from urllib.parse import parse_qs, unquote, urlsplit

os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "5"  # those below; later ones need the keys that they make
os.environ.update({"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_DEFAULT_REGION": "us-east-1"})

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.s3.exceptions import S3SignatureDoesNotMatchError
from moto.s3.responses import S3Response
from moto.server import ThreadedMotoServer
from served import serve

BUCKET = "code"
given = {}
server = ThreadedMotoServer(ip_address=sys.argv[1], port=0, verbose=False)
server.start()
endpoint = "http://%s:%d" % server.get_host_and_port()
iam = boto3.client("iam", endpoint_url=endpoint)
iam.create_user(UserName="pod")
policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
iam.put_user_policy(UserName="pod", PolicyName="all", PolicyDocument=json.dumps(policy))
key = iam.create_access_key(UserName="pod")["AccessKey"]
anybody = boto3.client("s3", endpoint_url=endpoint)
anybody.create_bucket(Bucket=BUCKET)
anybody.list_objects_v2(Bucket=BUCKET)
s3 = boto3.client(
    "s3",
    endpoint_url=endpoint,
    aws_access_key_id=key["AccessKeyId"],
    aws_secret_access_key=key["SecretAccessKey"],
    config=Config(signature_version="s3v4"),
)
print(endpoint, key["AccessKeyId"], key["SecretAccessKey"], flush=True)


def place(folder, file, md5):
    """Where a file goes, as Flyte's own storage has it, and who may put it there for a while."""
    key = "%s/%s/%s" % (folder, base64.b32encode(base64.b64decode(md5)).decode(), file)
    wanted = {"Bucket": BUCKET, "Key": key, "ContentMD5": md5}
    url = s3.generate_presigned_url("put_object", wanted, ExpiresIn=3600)
    given[parse_qs(urlsplit(url).query)["X-Amz-Signature"][0]] = md5, unquote(urlsplit(url).path)
    return key + " " + url


def authorize(response, *words, **more):
    """moto knows only signed headers. A signed address is good for the digest and the place that it was given for."""
    signature = parse_qs(urlsplit(response.uri).query).get("X-Amz-Signature")
    if not signature:
        return by_header(response, *words, **more)
    place = response.headers.get("Content-MD5"), unquote(urlsplit(response.uri).path)
    if given.get(signature[0]) != place:
        raise S3SignatureDoesNotMatchError()


by_header, S3Response._authenticate_and_authorize_s3_action = S3Response._authenticate_and_authorize_s3_action, authorize


def answer(what, name, *more):
    if what == "put":
        s3.upload_file(more[0], BUCKET, name)
    elif what == "get":
        s3.download_file(BUCKET, name, more[0])
    elif what == "delete":
        s3.delete_object(Bucket=BUCKET, Key=name)
    elif what == "has":
        return "done" if s3.list_objects_v2(Bucket=BUCKET, Prefix=name, MaxKeys=1).get("Contents") else "missing"
    elif what == "sign":
        return place(name, *more)
    return "done"


serve(answer, ClientError)
server.stop()
