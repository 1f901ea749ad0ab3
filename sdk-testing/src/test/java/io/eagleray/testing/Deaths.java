package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.parallel.Parallel;

/** Remote functions that ask more of their worker than it has, and what that is. */
final class Deaths {
    private Deaths() {}

    @Remote(memory = "600Mi")
    static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    @Task
    static long heapOfWorker() {
        return Parallel.submit(DeathsTasks.heap()).get();
    }
}
