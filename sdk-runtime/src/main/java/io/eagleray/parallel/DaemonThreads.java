package io.eagleray.parallel;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no JVM from its end. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /**
     * Makes them for a pool.
     *
     * @param name what all of them are called
     * @return the factory
     */
    public static ThreadFactory named(String name) {
        return body -> {
            Thread thread = new Thread(body, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Starts one.
     *
     * @param name what it is called
     * @param body what it does
     * @return the thread
     */
    public static Thread start(String name, Runnable body) {
        Thread thread = named(name).newThread(body);
        thread.start();
        return thread;
    }
}
