"""An S3 on loopback with one bucket and one user. It says where it is, then does what its standard input asks until that ends."""
import json
import os
import sys

os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "5"  # those below; later ones need the keys that they make
os.environ.update({"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_DEFAULT_REGION": "us-east-1"})

import boto3
from botocore.exceptions import ClientError
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
endpoint = "http://%s:%d" % server.get_host_and_port()
iam = boto3.client("iam", endpoint_url=endpoint)
iam.create_user(UserName="pod")
policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
iam.put_user_policy(UserName="pod", PolicyName="all", PolicyDocument=json.dumps(policy))
key = iam.create_access_key(UserName="pod")["AccessKey"]
anybody = boto3.client("s3", endpoint_url=endpoint)
anybody.create_bucket(Bucket="code")
anybody.list_objects_v2(Bucket="code")
s3 = boto3.client("s3", endpoint_url=endpoint, aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
print(endpoint, key["AccessKeyId"], key["SecretAccessKey"], flush=True)
for line in sys.stdin:
    what, name, file = line.split()
    try:
        if what == "put":
            s3.upload_file(file, "code", name)
        else:
            s3.download_file("code", name, file)
        print("done", flush=True)
    except ClientError as e:
        print(e, flush=True)
server.stop()
