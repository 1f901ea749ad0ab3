package io.eagleray.driver.cluster;

import io.eagleray.wire.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when a driver's JVM is told to end while its task runs: the task is interrupted, and has a moment to end
 * before the JVM does.
 */
public final class Stopping {
    private final Thread task;
    private final Duration grace;
    private final Late late;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean asked;

    private Stopping(Thread task, Duration grace, Late late) {
        this.task = task;
        this.grace = grace;
        this.late = late;
    }

    /** What is done about a task that has not ended in time. */
    @FunctionalInterface
    public interface Late {
        /**
         * Keeps what can be kept.
         *
         * @param envelope how the task is taken to have ended
         * @throws IOException when it cannot be kept
         */
        void keep(Envelope envelope) throws IOException;
    }

    /**
     * Begins to listen.
     *
     * @param task the thread that runs the task
     * @param grace how long the task may take to end
     * @param late what is done when that has passed
     * @return who listens
     */
    public static Stopping listen(Thread task, Duration grace, Late late) {
        Stopping stopping = new Stopping(task, grace, late);
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "eagleray stop"));
        return stopping;
    }

    private void stop() {
        if (ended.getCount() == 0) {
            return;
        }
        asked = true;
        task.interrupt();
        try {
            if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                late.keep(new Envelope.Cancelled("it was stopped, and did not end in time"));
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt(); // the JVM ends anyway
        }
    }

    /**
     * How the task has ended, seen from outside: what fails because it was stopped is cancelled.
     *
     * @param envelope how it has ended, seen from inside
     * @return the same, unless it was stopped
     */
    public Envelope seen(Envelope envelope) {
        return asked && !(envelope instanceof Envelope.Ok)
                ? new Envelope.Cancelled("cancelled by its client")
                : envelope;
    }

    /** Says that all is kept, and the JVM may end. */
    public void ended() {
        ended.countDown();
    }
}
