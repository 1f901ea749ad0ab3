package io.eagleray.backend.local;

import com.sun.management.OperatingSystemMXBean;
import io.eagleray.driver.connect.JvmOptions;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What worker JVMs are told, beyond what Ray tells them. */
final class WorkerOptions {
    private static final long LEAST = 256L << 20;

    private WorkerOptions() {}

    /** Workers share the memory. */
    static List<String> of(int workers) {
        return JvmOptions.withHeap(heap(workers));
    }

    private static long heap(int workers) {
        long memory = machineMemory();
        return Math.max(LEAST, Math.min(memory / 4, memory * 7 / 10 / workers));
    }

    private static long machineMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory() * 4;
    }
}
