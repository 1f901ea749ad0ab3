package io.eagleray.backend;

import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogSink;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An execution as a backend sees it: only bytes. */
public interface BackendExecution {

    /**
     * Which it is; nobody is asked.
     *
     * @return its id
     */
    String id();

    /**
     * What is known of it at a glance.
     *
     * @return id, task, state and times
     */
    ExecutionSummary summary();

    /**
     * Waits for its end.
     *
     * @param timeout how long to wait
     * @return the encoded outcome envelope, or empty when it has not ended in time
     * @throws InterruptedException when the waiting thread is interrupted
     */
    Optional<byte[]> outcome(Duration timeout) throws InterruptedException;

    /**
     * Follows its log from the beginning until it has ended.
     *
     * @param sink takes the lines
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void logs(LogSink sink) throws InterruptedException;

    /**
     * Reads its log from the beginning to where it is now; what comes later is not waited for.
     *
     * @param sink takes the lines
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void logsSoFar(LogSink sink) throws InterruptedException;

    /**
     * Cancels it; nothing happens when it has ended. An interrupted thread can do that, too.
     *
     * @param reason who or what cancels it
     */
    void cancel(String reason);

    /**
     * Where its dashboard is.
     *
     * @return the address, if there is a dashboard
     */
    Optional<URI> dashboard();
}
