package io.eagleray.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Turns the end of the JVM, such as by Ctrl-C, into an interrupt of the command, and lets it clean up. */
final class Interruptions {
    private static final long PATIENCE_SECONDS = 20;

    private Interruptions() {}

    /** Runs a command in this thread. */
    static int during(IntSupplier command) {
        Thread running = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running, ended), "eagleray-interrupt"));
        try {
            return command.getAsInt();
        } finally {
            ended.countDown();
        }
    }

    private static void end(Thread running, CountDownLatch ended) {
        try {
            if (ended.getCount() > 0) {
                running.interrupt();
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
