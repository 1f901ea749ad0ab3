package io.eagleray.driver.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the JVMs of drivers and workers are told. Workers run on the Java that their driver has. */
public final class JvmOptions {
    /** There are about as many JVMs as CPUs, so a collector that takes several has nothing to gain. */
    private static final List<String> COMMON =
            List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Dslf4j.internal.verbosity=ERROR");

    /**
     * For JVMs that start beside each other on few CPUs: the good compiler leaves the start to the quick one. It begins
     * six times later with a method, twice or three times later with a loop; for work that lasts this is a moment.
     */
    private static final List<String> QUICK_START = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=10000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=120000");

    private static final int FIRST_WITH_NATIVE_ACCESS = 22;
    private static final int FIRST_WITH_UNSAFE_WARNING = 23;
    private static final int SHARED_PERCENT = 70;
    private static final int MOST_PERCENT = 25;

    private JvmOptions() {}

    /**
     * For the driver of a job on a cluster. Which Java it has is not known.
     *
     * @return the options
     */
    public static List<String> ofClusterDriver() {
        return Stream.of(COMMON, QUICK_START).flatMap(List::stream).toList();
    }

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
        List<String> options =
                with("-XX:MaxRAMPercentage=" + Math.min(MOST_PERCENT, Math.max(1, SHARED_PERCENT / cpus)));
        options.addAll(QUICK_START);
        return options;
    }

    private static List<String> with(String heap) {
        List<String> options = new ArrayList<>(COMMON);
        options.add(heap);
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
