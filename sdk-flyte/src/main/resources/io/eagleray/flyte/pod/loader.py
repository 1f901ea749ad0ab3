"""Runs a task in its pod: brings its code and inputs, starts its JVM, and stores what that leaves.

It comes after stub.py, whose names it goes on with, and needs nothing but Python's own library.
"""
import contextlib
import http.client
import json
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

MEBI = 1 << 20
MOST_ZIP = 100 * MEBI
MOST_UNPACKED = 4096 * MEBI
MOST_ENTRIES = 200_000
MOST_INPUTS = 512 * MEBI
MOST_MESSAGE = 60_000
MOST_TAIL = 4096
AT_ONCE = 8
MISFIT = 64  # what a JVM exits with whose two sides do not fit
SYSTEM = 2  # the origin of an error: the task itself is not at fault
MARK = ".checked"  # by which the JVM knows that a file has been compared with its digest
BROUGHT = "brought"  # what the JVM waits for before it asks for workers
MODULES = "py_modules_files"  # where the JVM looks, for on workers it is Ray that unpacks
HEAD = "/api/packages/gcs/"
OWN = "_ray_pkg_%s.zip" % sys.argv[2]


class Trouble(Exception):
    """What ends the task before or beside its JVM."""

    def __init__(self, code, message, recoverable=False):
        super().__init__(message)
        self.code, self.recoverable = code, recoverable

    def document(self):
        """flyteidl.core.ErrorDocument."""
        text = str(self).encode("utf-8", "replace")[:MOST_MESSAGE].decode("utf-8", "ignore").encode()
        error = field(1, self.code.encode()) + field(2, text)
        return field(1, error + bytes([3 << 3, self.recoverable, 4 << 3, SYSTEM]))


def field(number, content):
    length, size = b"", len(content)
    while size > 127:
        length, size = length + bytes([size & 127 | 128]), size >> 7
    return bytes([number << 3 | 2]) + length + bytes([size]) + content


def debug(what, when=time.time):
    if env("EAGLERAY_DEBUG"):
        print("eagleray: at %.3f: %s" % (when(), what), file=sys.stderr, flush=True)


def began():
    """When this process did."""
    with open("/proc/self/stat") as own, open("/proc/uptime") as uptime:
        ticks = int(own.read().rpartition(")")[2].split()[19])
        return time.time() - float(uptime.read().split()[0]) + ticks / os.sysconf("SC_CLK_TCK")


class Transfers:
    """Tells when there are some."""

    def __init__(self):
        self.lock, self.count = threading.Lock(), 0

    def __enter__(self):
        self.add(1, 1, "transfers begin")

    def __exit__(self, *failure):
        self.add(-1, 0, "transfers end")

    def add(self, number, limit, what):
        with self.lock:
            self.count += number
            if self.count == limit:
                debug(what)


TRANSFERS = Transfers()


def storage(what, uri, work):
    """Does something with the storage, again when that may help."""
    try:
        with TRANSFERS:
            return again(work)
    except ImportError as e:
        raise Trouble("StorageClientMissing", "cannot %s %s: %s; set keys in the environment of the pod, or put boto3,"
            " google-cloud-storage or fsspec into the image" % (what, uri, e))
    except Exception as e:
        raise Trouble("StorageFailed", "cannot %s %s: %r; is the storage up, and may this pod use it?" % (what, uri, e), True)


def save(uri, path, most):
    """Fetches an object to a file, and gives its SHA-256."""
    digest, size = hashlib.sha256(), 0
    with contextlib.closing(fetch(uri)) as source, open(path, "wb") as target:
        while chunk := source.read(MEBI):
            size += len(chunk)
            if size > most:
                raise ValueError("it has more than %d bytes" % most)
            digest.update(chunk)
            target.write(chunk)
        if getattr(source, "length", 0):
            raise OSError("it ended before its end")
    return digest.hexdigest()


def store(uri, body):
    scheme, _, path = uri.rpartition("://")
    bucket, _, key = path.partition("/")
    if scheme in ("", "file"):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".part", "wb") as target:
            target.write(body)
        os.replace(path + ".part", path)
    elif scheme == "s3" and KEY:
        s3("PUT", uri, body).close()
    elif scheme == "s3":
        import boto3
        boto3.client("s3", endpoint_url=ENDPOINT).put_object(Bucket=bucket, Key=key, Body=body)
    elif scheme == "gs":
        from google.cloud import storage as google
        google.Client().bucket(bucket).blob(key).upload_from_string(body)
    else:
        import fsspec
        with fsspec.open(uri, "wb") as target:
            target.write(body)


def home():
    """A folder of this user's own, which outlives this process, so that what is there is not brought again."""
    folder = os.path.join(tempfile.gettempdir(), "eagleray-%d" % os.getuid())
    try:
        os.makedirs(os.path.join(folder, MODULES), 0o700, exist_ok=True)
        os.makedirs(os.path.join(folder, "zips"), 0o700, exist_ok=True)
        seen = os.lstat(folder)
    except OSError as e:
        raise Trouble("NoRoom", "cannot make %s (%s): make that folder writable, or set TMPDIR to one that is" % (folder, e))
    if not stat.S_ISDIR(seen.st_mode) or seen.st_uid != os.getuid() or seen.st_mode & 0o022:
        raise Trouble("NoRoom", "%s can be written by others: remove it, or set TMPDIR to another folder" % folder)
    return folder


def unpack(archive, folder):
    """Unpacks a zip whose entries stay in the folder; it is there as a whole, or not."""
    draft = tempfile.mkdtemp(dir=os.path.dirname(folder))
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = packed.infolist()
            if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise ValueError("more is in it than %d files or %d bytes" % (MOST_ENTRIES, MOST_UNPACKED))
            for entry in entries:
                name = entry.filename
                if name.startswith("/") or "\\" in name or ".." in name.split("/") or stat.S_ISLNK(entry.external_attr >> 16):
                    raise ValueError("the entry %r leads out of it" % name)
                packed.extract(entry, draft)
        try:
            os.rename(draft, folder)
        except OSError:
            if not os.path.isdir(folder):  # otherwise another process was faster
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


class Packages:
    """The zips of the code on this node."""

    def __init__(self, listed, folder):
        self.listed = {each["name"]: each for each in listed}
        self.zips = os.path.join(folder, "zips")
        self.modules = os.path.join(folder, MODULES)

    def folder(self, name):
        return os.path.join(self.modules, name.rpartition(".")[0])

    def zip(self, name):
        """The file of a package, as it was stored."""
        path, package = os.path.join(self.zips, name), self.listed[name]
        if not os.path.exists(path):
            handle, draft = tempfile.mkstemp(dir=self.zips)
            os.close(handle)
            try:
                digest = storage("get", package["uri"], lambda: save(package["uri"], draft, MOST_ZIP))
                if digest != package["sha256"]:
                    raise Trouble("CodeDamaged", "%s is not what was registered: its SHA-256 is %s, not %s; store it again,"
                        " or register the task again" % (package["uri"], digest, package["sha256"]))
                os.replace(draft, path)
            finally:
                with contextlib.suppress(FileNotFoundError):
                    os.remove(draft)
        return path

    def unpacked(self, name):
        folder = self.folder(name)
        if not os.path.isdir(folder):
            try:
                unpack(self.zip(name), folder)
            except (ValueError, zipfile.BadZipFile, EOFError) as e:
                raise Trouble("CodeDamaged", "cannot unpack %s: %s; register the task again" % (self.listed[name]["uri"], e))
            except OSError as e:
                raise Trouble("NoRoom", "cannot unpack %s to %s: %s; give the pod more room" % (name, folder, e), True)

    def mark(self, entries):
        """What came out of a zip that was compared with its digest needs no second look."""
        for entry in entries:
            zip_name, _, path = entry.partition(" ")[2].partition("/")
            open(os.path.join(self.folder(zip_name), path) + MARK, "ab").close()

    def forget(self, name):
        with contextlib.suppress(FileNotFoundError):
            os.remove(os.path.join(self.zips, name))


def token():
    if env("RAY_AUTH_TOKEN"):
        return env("RAY_AUTH_TOKEN")
    with contextlib.suppress(OSError):
        with open(env("RAY_AUTH_TOKEN_PATH") or os.path.expanduser("~/.ray/auth_token")) as file:
            return file.read().strip()
    return ""


def bring(packages, name, port):
    """Brings a package to the head, from which the workers get it."""
    headers = {"Authorization": "Bearer " + token()} if token() else {}

    def ask(method, body=None, **more):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
            connection.request(method, HEAD + name, body, {**headers, **more})
            return connection.getresponse().status

    def work():
        if ask("GET") == 200:
            return
        with open(packages.zip(name), "rb") as file:
            size = str(os.fstat(file.fileno()).st_size)
            status = ask("PUT", file, **{"Content-Length": size, "Content-Type": "application/octet-stream"})
        if status != 200:
            raise OSError("it answers with status %d" % status)

    try:
        with TRANSFERS:
            again(work)
    except Trouble:
        raise
    except Exception as e:
        raise Trouble("RayHeadFailed", "cannot bring the code to the Ray head at 127.0.0.1:%d: %r; is dashboard-port among"
            " rayStartParams what its dashboard listens at?" % (port, e), True)


class Jvm:
    """The JVM of the task."""

    def __init__(self):
        self.process, self.listener, self.stopped, self.tail = None, None, False, b""

    def stop(self, number, frame):
        self.stopped = True
        if self.process:
            self.process.terminate()
        else:
            raise Trouble("Stopped", "the pod was told to stop while it got the code", True)

    def listen(self):
        for line in self.process.stderr:
            self.tail = (self.tail + line)[-MOST_TAIL:]
            sys.stderr.buffer.write(line)
            sys.stderr.flush()

    def start(self, command, folder):
        java = shutil.which(command[0])
        if not java:
            raise Trouble("JavaNotFound", "there is no java on the PATH of the image: name an image with a JDK, 17 or later")
        self.process = subprocess.Popen([java, *command[1:]], cwd=folder, stderr=subprocess.PIPE)
        if self.stopped:
            self.process.terminate()
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def wait(self):
        code = self.process.wait()
        self.listener.join(1)
        return code

    def kill(self):
        if self.process:
            self.process.kill()
            self.wait()

    def death(self, code):
        """Why nothing came of it."""
        said = self.tail.decode("utf-8", "replace").strip()
        said = "; it said last:\n" + said if said else ""
        if self.stopped:
            return Trouble("Stopped", "the pod was told to stop, and the task did not end in time", True)
        if code == MISFIT:
            return Trouble("CodeMisfit", said[said.find("the sdk-runtime"):])
        if "UnsupportedClassVersionError" in said:
            return Trouble("JavaTooOld", "the java of the image is older than 17, or than what the code was compiled for:"
                " name an image with a newer JDK" + said)
        if code == -signal.SIGKILL:
            return Trouble("JvmDied", "the JVM of the task was killed (SIGKILL), most likely for want of memory: ask for more"
                " memory in the resources of the task" + said, True)
        if code < 0:
            return Trouble("JvmDied", "the JVM of the task was killed by signal %d%s" % (-code, said), True)
        return Trouble("JvmDied", "the JVM of the task ended with exit code %d before the task had%s" % (code, said), True)


def run(start, jvm):
    """Runs the task, and gives the name and the content of what is to be stored."""
    task_name, inputs, _ = sys.argv[3:6]
    code = json.loads(start.read("code.json"))
    task = code["tasks"].get(task_name)
    if task is None:
        raise Trouble("UnknownTask", "the code has no task %s, but %s: register it again" % (task_name, ", ".join(code["tasks"])))
    folder = home()
    packages = Packages(code["packages"], folder)
    names = [*code["needed"], *task["packages"]]
    work = tempfile.mkdtemp(dir=folder)
    try:
        with ThreadPoolExecutor(AT_ONCE) as threads:
            jobs = [threads.submit(packages.unpacked, name) for name in names]
            given = os.path.join(work, "inputs.pb")
            jobs.append(threads.submit(storage, "get", inputs, lambda: save(inputs, given, MOST_INPUTS)))
            own = packages.folder(OWN)
            if not os.path.isdir(own):
                unpack(io.BytesIO(data), own)
            try:
                for job in jobs:
                    job.result()
                debug("all is unpacked")
                for text in code["classPaths"]:
                    packages.mark(start.read(text).decode().split("\0"))
                command = ["java", *task["options"], "-cp", os.pathsep.join([packages.folder(code["boot"]), own]),
                    code["main"], OWN, task["file"], work, task["place"]]
                jvm.start(command, packages.folder(task["workingDir"]) if task["workingDir"] else None)
                brought = [threads.submit(bring, packages, name, task["port"]) for name in task["workers"]]
                for job in brought:
                    job.result()
                open(os.path.join(work, BROUGHT), "xb").close()
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                jvm.kill()
                raise
        debug("the head has the code")
        for name in names:
            packages.forget(name)
        exit_code = jvm.wait()
        debug("the JVM has ended")
        for name in "error.pb", "outputs.pb":
            path = os.path.join(work, name)
            if os.path.exists(path):
                with open(path, "rb") as file:
                    return name, file.read()
        raise jvm.death(exit_code)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def main():
    debug("this process began", began)
    debug("the start is there")
    prefix = sys.argv[5].rstrip("/") + "/"
    jvm = Jvm()
    signal.signal(signal.SIGTERM, jvm.stop)
    try:
        name, content = run(zipfile.ZipFile(io.BytesIO(data)), jvm)
        if content:  # a task without a result has no outputs
            storage("store", prefix + name, lambda: store(prefix + name, content))
        debug("it is stored")
        return
    except Trouble as e:
        trouble = e
    except Exception as e:
        trouble = Trouble("Unexpected", "the task could not be run: %r" % e, True)
    print("eagleray: %s: %s" % (trouble.code, trouble), file=sys.stderr, flush=True)
    try:
        again(lambda: store(prefix + "error.pb", trouble.document()))
    except Exception as e:
        sys.exit("eagleray: cannot store %serror.pb: %r" % (prefix, e))


main()
