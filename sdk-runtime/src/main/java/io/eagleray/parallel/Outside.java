package io.eagleray.parallel;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The fan-out of threads that work for no execution, such as a unit test's: the CPUs of this JVM. Its threads end when
 * they idle, and nothing keeps it, or the class loader of the user's code, alive.
 */
final class Outside {
    private static final Map<ClassLoader, WeakReference<FanOut>> FAN_OUTS = new WeakHashMap<>();

    /** These stay, as they would on a cluster. */
    private static final Map<ClassLoader, ValueStore> NAMED = new WeakHashMap<>();

    private Outside() {}

    static FanOut fanOut(@Nullable ClassLoader loader) {
        ClassLoader known = loader == null ? Outside.class.getClassLoader() : loader;
        synchronized (FAN_OUTS) {
            WeakReference<FanOut> reference = FAN_OUTS.get(known);
            FanOut fanOut = reference == null ? null : reference.get();
            if (fanOut == null) {
                fanOut = FanOut.over(
                        new ThreadPort(
                                known,
                                Runtime.getRuntime().availableProcessors(),
                                NAMED.computeIfAbsent(known, any -> new HeapStore())),
                        new FanOut.Owner("none", "none", line -> {}, progress -> {}));
                FAN_OUTS.put(known, new WeakReference<>(fanOut));
            }
            return fanOut;
        }
    }
}
