"""The fan-out figures in Python: what a Python user of Ray has.

Answers each line of standard input, a word and a number, with "measured" and nanoseconds, and ends with its input. The
address and the token of the Ray are in the environment.
"""

import os
import queue
import sys
import threading
import time

os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"  # else Ray takes 127.0.0.1 for this machine's other address

import numpy
import ray
from ray.util.multiprocessing import Pool

PROCESSES = 2


def square(x):
    return x * x


def squares(pool, count):
    start = time.perf_counter_ns()
    result = pool.map(square, range(count))
    nanos = time.perf_counter_ns() - start
    assert result[-1] == (count - 1) ** 2
    return nanos


def sample(numbers):
    return float(numbers[::6_250].sum())


def sharing(pool, count):
    """Faster than tasks or actors that are given the ref: a request of the pool carries many calls, with the ref once."""
    numbers = numpy.arange(6_250_000, dtype=numpy.float64)  # 50 MB
    start = time.perf_counter_ns()
    ref = ray.put(numbers)
    result = pool.map(lambda call: sample(ray.get(ref)), range(count))
    nanos = time.perf_counter_ns() - start
    assert result == [sample(numbers)] * count
    return nanos


def read(requests):
    for line in sys.stdin:
        requests.put(line.split())
    os._exit(0)  # also while something is measured: who asked is gone


def main():
    requests = queue.Queue()
    threading.Thread(target=read, args=[requests], daemon=True).start()
    ray.init(log_to_driver=False)
    pool = Pool(PROCESSES)
    measures = {"squares": squares, "sharing": sharing}
    while True:
        what, count = requests.get()
        print("measured", measures[what](pool, int(count)), flush=True)


if __name__ == "__main__":
    main()
