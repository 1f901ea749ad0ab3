"""Ends when the Ray it runs on has had no other job for a while; the operator removes the cluster then.

Arguments: how many seconds the cluster is kept idle, how many seconds the first job may take until it comes, and how many
seconds pass between the closing, a job by whose id clients see that nothing is to be submitted any more, and the end.
"""
import json
import os
import sys
import time
import urllib.request

JOBS = "http://127.0.0.1:8265/api/jobs/"
CLOSED = "eagleray-closed"
OURS = ("eagleray-janitor", CLOSED)
ENDED = ("SUCCEEDED", "FAILED", "STOPPED")
LONGEST_SILENCE = 600
RETENTION = 600  # seconds, for results that nobody has fetched yet
LEAST_RETENTION = 60  # for clients that were out of reach, or busy, when their execution ended
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def token():
    given = os.environ.get("RAY_AUTH_TOKEN", "")
    path = os.environ.get("RAY_AUTH_TOKEN_PATH", os.path.expanduser("~/.ray/auth_token"))
    if not given and os.path.exists(path):
        with open(path) as file:
            given = file.read()
    return given.strip()


def ask(body=None):
    headers = {"Content-Type": "application/json"}
    if token():
        headers["Authorization"] = "Bearer " + token()
    request = urllib.request.Request(JOBS, data=json.dumps(body).encode() if body else None, headers=headers)
    with OPENER.open(request, timeout=30) as answer:
        return json.load(answer)


def is_execution(job):
    """Questions that Eagleray asks before a submission are none: the code for it is still to come."""
    metadata = job.get("metadata") or {}
    return "eagleray_task" in metadata or "eagleray_digest" not in metadata


def main(idle_ttl, first, grace):
    seen, used, heard, closing, active = set(), time.monotonic(), time.monotonic(), None, False
    limit = max(idle_ttl, first)
    while True:
        now = time.monotonic()
        try:
            jobs = ask()
        except Exception as failure:  # whatever it is, the cluster goes with this process
            if not active and now - heard > max(idle_ttl, LONGEST_SILENCE):
                sys.exit(f"Ray does not answer any more: {failure}")
            time.sleep(1)
            continue
        heard = now
        others = [job for job in jobs if job.get("submission_id") not in OURS]
        names = {job.get("submission_id") or job.get("job_id") for job in others}
        active = any(job.get("status") not in ENDED for job in others)
        if active or names != seen:
            seen, used = names, now
        if any(map(is_execution, others)):
            limit = idle_ttl
        if any(job.get("submission_id") == CLOSED for job in jobs):
            closing = closing or now
            left = grace if used < closing else min(idle_ttl, RETENTION)
            if not active and now - max(used, closing) > left and now - used > LEAST_RETENTION:
                print("closed, and nothing runs here any more", flush=True)
                return
        elif now - used > limit:
            print(f"nobody has used this cluster for {now - used:.0f} seconds", flush=True)
            try:
                ask({"entrypoint": "true", "submission_id": CLOSED})
            except Exception as failure:
                print(f"cannot close it: {failure}", flush=True)
        time.sleep(min(5, max(1, idle_ttl / 20)))


main(*map(float, sys.argv[1:4]))
