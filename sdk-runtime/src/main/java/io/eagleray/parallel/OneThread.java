package io.eagleray.parallel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread that does one thing after the other, and is there only as long as it has something to do. */
final class OneThread {
    private static final long IDLE_SECONDS = 1;

    private OneThread() {}

    /**
     * Makes one.
     *
     * @param name its name
     * @param loader its context class loader
     */
    static ExecutorService named(String name, ClassLoader loader) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> {
                    Thread made = new Thread(null, body, name, 0, false);
                    made.setDaemon(true);
                    made.setContextClassLoader(loader);
                    return made;
                });
        one.allowCoreThreadTimeOut(true);
        return one;
    }
}
