package io.eagleray.driver.connect;

import java.util.ArrayList;
import java.util.List;

/** What worker JVMs are told, beyond what Ray tells them. They run on the Java that the driver has. */
public final class WorkerFlags {
    /** The variable that says what Python functions are set up with, as the JSON of a runtime environment. A
     * constant, for it is read before a worker has this class. */
    public static final String PYTHON_ENV = "EAGLERAY_PYTHON_ENV";

    private static final int FIRST_WITH_NATIVE_ACCESS = 22;
    private static final int FIRST_WITH_UNSAFE_WARNING = 23;
    private static final int SHARED_PERCENT = 70;
    private static final int MOST_PERCENT = 25;

    private WorkerFlags() {}

    /**
     * For workers of this machine.
     *
     * @param heap how many bytes of Java heap each may have
     * @return the options
     */
    public static List<String> withHeap(long heap) {
        return with("-Xmx" + (heap >> 20) + "m");
    }

    /**
     * For workers of machines of any size, one for each CPU, as many as this one has.
     *
     * @return the options
     */
    public static List<String> withShareOfNode() {
        int cpus = Runtime.getRuntime().availableProcessors();
        return with("-XX:MaxRAMPercentage=" + Math.min(MOST_PERCENT, Math.max(1, SHARED_PERCENT / cpus)));
    }

    /** Each worker has one CPU, so a collector that takes more has nothing to gain. */
    private static List<String> with(String heap) {
        List<String> options = new ArrayList<>(List.of(heap, "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        int feature = Runtime.version().feature();
        if (feature >= FIRST_WITH_NATIVE_ACCESS) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= FIRST_WITH_UNSAFE_WARNING) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }
}
