"""Starts a Ray of this machine for one JVM, and ends it with that JVM.

The JVM holds our standard input: the line "stop" (or "stop keep", which keeps the files), or its end, ends everything
that carries our mark in its environment, removes the folder, and ends us. What happens is written to standard output,
one event per line: its name, a space, its value.

`ray start` is not used: it turns 127.0.0.1 into the machine's address, opens a Ray Client port, and waits for the
dashboard before it starts the node.
"""

import argparse
import os
import shlex
import shutil
import sys
import threading
import time
import traceback

MARK = "EAGLERAY_LOCAL_RAY"


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", required=True)
    parser.add_argument("--cpus", type=int, required=True)
    parser.add_argument("--nodes", type=int, required=True)
    parser.add_argument("--native-library", required=True)
    return parser.parse_args()


def private_output():
    """Our own copy of standard output: what Ray prints goes to standard error, which is a file."""
    output = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    return output


OPTIONS = options()
OUTPUT = private_output()
STOPPING = threading.Event()


def say(event, value=""):
    try:
        OUTPUT.write((event + " " + str(value)).strip().replace("\n", "\\n") + "\n")
    except OSError:
        pass  # the JVM is gone; the end of our input says so, too


def adopt():
    """Makes orphans among our descendants our children (Linux), so that none gets out of sight."""
    if sys.platform.startswith("linux"):
        import ctypes

        PR_SET_CHILD_SUBREAPER = 36
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def is_ours(process):
    """A mark in the environment is not enough: whoever sets its process title overwrites its environment."""
    try:
        return os.getsid(process.pid) == os.getpid() or process.environ().get(MARK) == OPTIONS.folder
    except Exception:
        return False  # another user's, or gone


def ours():
    """All live processes that were started here, also those whose parent is gone."""
    try:
        import psutil  # Ray's own copy
    except ImportError:
        return []  # Ray itself could not be imported, so nothing runs

    found = {process.pid: process for process in psutil.Process().children(recursive=True)}
    for process in psutil.process_iter():
        if process.pid not in found and is_ours(process):
            found[process.pid] = process
    found.pop(os.getpid(), None)
    return [process for process in found.values() if is_alive(process)]


def is_alive(process):
    import psutil

    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def bury():
    """Takes leave of dead children, of adopted ones too: not every container has an init that does."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except OSError:
        pass


def end(keep):
    STOPPING.set()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        processes = ours()
        for process in processes:
            try:
                process.kill()
            except Exception:
                pass  # gone
        bury()
        if not processes:
            break
        time.sleep(0.02)
    if not keep:
        for _ in range(50):
            shutil.rmtree(OPTIONS.folder, ignore_errors=True)
            if not os.path.exists(OPTIONS.folder):
                break
            time.sleep(0.02)
    say("stopped")
    os._exit(0)


def watch():
    keep = False
    for line in sys.stdin:
        if line.startswith("stop"):
            keep = line.strip() == "stop keep"
            break
    end(keep)


def start_dashboard(head):
    """Starts the dashboard beside everything else. The thread stays: the kernel ends the child of a thread with it."""

    def run():
        try:
            head_start_api_server(head, include_dashboard=True, raise_on_failure=True)
            say("dashboard", "http://" + head.webui_url)
        except BaseException as error:
            if not STOPPING.is_set():
                say("nodashboard", error)
        while True:
            time.sleep(3600)

    threading.Thread(target=run, name="dashboard", daemon=True).start()


def start_process(command, process_type, *arguments, **named):
    if STOPPING.is_set():
        raise RuntimeError("Ray is being stopped")
    started = services_start_ray_process(command, process_type, *arguments, **named)
    if process_type == "dashboard":
        import psutil

        psutil.Process(started.process.pid).nice(10)  # people read it later; the first result is awaited now
    return started


def object_store_memory():
    """One node may have what Ray gives it by itself; several share it."""
    if OPTIONS.nodes == 1:
        return None
    import psutil

    memory = psutil.virtual_memory().total * 3 // 10
    if os.path.isdir("/dev/shm"):
        memory = min(memory, shutil.disk_usage("/dev/shm").free * 9 // 10)
    return max(80 << 20, memory // OPTIONS.nodes)


def share_native_library(session):
    """Java workers unpack 40 MB into the session, unless they are there; the JVM keeps them elsewhere."""
    if os.path.exists(OPTIONS.native_library):
        name = os.path.basename(OPTIONS.native_library)
        os.symlink(OPTIONS.native_library, os.path.join(session, name))


def parameters(**more):
    return RayParams(
        node_ip_address="127.0.0.1",
        num_cpus=OPTIONS.cpus,
        object_store_memory=object_store_memory(),
        temp_dir=OPTIONS.folder,
        dashboard_host="127.0.0.1",
        dashboard_port=0,
        dashboard_agent_listen_port=0,
        metrics_export_port=0,
        include_log_monitor=False,
        no_monitor=True,
        **more,
    )


JAVA_WORKER = """#!/bin/sh
# Starts a Java worker without the detour through Python, which takes half a second, unless it is needed.
needs_setup=
for argument; do
  shift
  case $argument in
    --serialized-runtime-env-context={}) ;;
    --serialized-runtime-env-context=*) needs_setup=yes; set -- "$@" "$argument" ;;
    *) set -- "$@" "$argument" ;;
  esac
done
if [ -n "$needs_setup" ]; then
  exec %(python)s %(setup)s "$@"
fi
for argument; do
  shift
  case $argument in
    --language=*) ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec java -cp %(jars)s/*: "$@"
"""


def start_java_workers_directly():
    """The command of a Java worker begins with Python and its setup script; ours stands for both."""
    original = services.build_java_worker_command
    script = os.path.join(OPTIONS.folder, "java-worker.sh")

    def build(*arguments, **named):
        command = original(*arguments, **named)
        if not isinstance(command, list) or not command[1].endswith("setup_worker.py"):
            return command
        with open(script, "w") as file:
            jars = shlex.quote(services.get_ray_jars_dir())
            file.write(JAVA_WORKER % {"python": shlex.quote(command[0]), "setup": shlex.quote(command[1]), "jars": jars})
        return ["/bin/sh", script] + command[2:]

    services.build_java_worker_command = build


def start():
    Node.start_api_server = lambda head, **_: None
    head = Node(
        parameters(include_dashboard=True, gcs_server_port=0), head=True, shutdown_at_exit=False, spawn_reaper=True
    )
    say("session", head.address_info["session_dir"])
    share_native_library(head.address_info["session_dir"])
    nodes = [head]
    for _ in range(1, OPTIONS.nodes):
        nodes.append(
            Node(
                parameters(gcs_address=head.gcs_address),
                head=False,
                shutdown_at_exit=False,
                spawn_reaper=True,
            )
        )
    say("ready", head.gcs_address)
    start_dashboard(head)
    return nodes


def guard(head, others):
    """Without its head there is no Ray; one of the other nodes may go, as in any cluster."""
    while True:
        time.sleep(0.5)
        if STOPPING.is_set():
            time.sleep(3600)
        for process_type, process in head.dead_processes():
            if not STOPPING.is_set():
                say("died", "%s (exit code %s)" % (process_type, process.returncode))
                STOPPING.wait()
        for node in others:
            if any(process_type == "raylet" for process_type, _ in node.dead_processes()):
                others.remove(node)
                say("lost", "a node, %d of %d are left" % (len(others) + 1, OPTIONS.nodes))
                break


if os.getpgrp() != os.getpid():
    os.setsid()  # the terminal's Ctrl-C is for the JVM, which tells us
adopt()
threading.Thread(target=watch, name="watch", daemon=True).start()
try:
    import ray
    from ray._private import services
    from ray._private.node import Node
    from ray._private.parameter import RayParams
except BaseException as error:
    traceback.print_exc()
    say("broken", "%s: %s" % (type(error).__name__, error))
    STOPPING.wait()
    time.sleep(3600)

head_start_api_server = Node.start_api_server
services_start_ray_process = services.start_ray_process
services.start_ray_process = start_process
start_java_workers_directly()
try:
    running = start()
except BaseException as error:
    traceback.print_exc()
    say("failed", "%s: %s" % (type(error).__name__, error))
    STOPPING.wait()
    time.sleep(3600)
guard(running[0], running[1:])
