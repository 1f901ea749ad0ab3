package io.eagleray.backend.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What worker JVMs are told, beyond what Ray tells them. */
final class WorkerOptions {
    private static final long LEAST = 256L << 20;
    private static final int FIRST_WITH_NATIVE_ACCESS = 22;
    private static final int FIRST_WITH_UNSAFE_WARNING = 23;

    private WorkerOptions() {}

    /** Workers share the memory; each has one CPU, so a collector that takes more has nothing to gain. */
    static List<String> of(int workers) {
        List<String> options = new ArrayList<>();
        options.add("-Xmx" + (heap(workers) >> 20) + "m");
        options.add("-XX:+UseSerialGC");
        options.add("-XX:-UsePerfData");
        int feature = Runtime.version().feature();
        if (feature >= FIRST_WITH_NATIVE_ACCESS) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= FIRST_WITH_UNSAFE_WARNING) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
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
