package io.eagleray.client;

import io.eagleray.backend.BackendExecution;
import io.eagleray.call.TaskHandle;
import io.eagleray.wire.Envelope;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An execution that is known by its id alone. It can be watched and cancelled without the application; its result takes
 * the handle of its task.
 *
 * <pre>{@code
 * UntypedExecution found = eagleray.attach("squares-42");
 * if (found.summary().state() == State.SUCCEEDED) {
 *   List<Integer> squares = found.as(SquaresTasks.squares).result();
 * }
 * }</pre>
 */
public final class UntypedExecution {
    private final BackendExecution execution;

    UntypedExecution(BackendExecution execution) {
        this.execution = execution;
    }

    /**
     * Its id, chosen before it was submitted.
     *
     * @return the id
     */
    public String id() {
        return execution.id();
    }

    /**
     * What is known of it now.
     *
     * @return task, state, times and message
     */
    public ExecutionSummary summary() {
        return execution.summary();
    }

    /**
     * Gives its result a type.
     *
     * @param task the task it runs
     * @param <T> the type of the result
     * @return the same execution
     * @throws ConfigurationException when it runs another task
     */
    public <T> Execution<T> as(TaskHandle<T> task) {
        String running = summary().task();
        if (!running.equals(task.name())) {
            throw new ConfigurationException(
                    "execution \"" + id() + "\" runs " + running + ", not " + task.name() + ": attach with its handle");
        }
        return new Execution<>(this, task);
    }

    /**
     * Waits for its end, for a while.
     *
     * @param timeout how long to wait
     * @return how it ended
     * @throws TaskTimeoutException when it has not ended in time; it goes on
     * @throws TaskCancelledException when the waiting thread was interrupted; the execution goes on
     */
    public Outcome<EncodedResult> outcome(Duration timeout) {
        return outcome(timeout, id());
    }

    /** The same, for an execution that is called so. */
    Outcome<EncodedResult> outcome(Duration timeout, String name) {
        Envelope envelope = await(timeout, name);
        if (envelope instanceof Envelope.Ok ok) {
            return new Outcome.Succeeded<>(new EncodedResult(ok.value()));
        }
        return envelope instanceof Envelope.Error failed
                ? new Outcome.Failed<>(failed.error())
                : new Outcome.Cancelled<>(((Envelope.Cancelled) envelope).reason());
    }

    private Envelope await(Duration timeout, String name) {
        try {
            return execution.outcome(timeout).map(Envelope::decode).orElseThrow(() -> late(timeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while waiting for " + name, e);
        }
    }

    private TaskTimeoutException late(Duration timeout) {
        ExecutionSummary now = summary();
        return new TaskTimeoutException(
                now.task() + " (" + id() + ") has not ended after " + timeout + "; it is " + now.state());
    }

    /**
     * Follows its log from the beginning until it has ended.
     *
     * @param sink takes the lines, in order
     * @throws TaskCancelledException when the waiting thread was interrupted; the execution goes on
     */
    public void logs(LogSink sink) {
        read(() -> execution.logs(sink));
    }

    /**
     * Reads its log from the beginning to where it is now, without waiting for more.
     *
     * @param sink takes the lines, in order
     * @throws TaskCancelledException when the waiting thread was interrupted; the execution goes on
     */
    public void logsSoFar(LogSink sink) {
        read(() -> execution.logsSoFar(sink));
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws InterruptedException;
    }

    private void read(Reading reading) {
        try {
            reading.read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while reading the log of " + id(), e);
        }
    }

    /** Cancels it; nothing happens when it has ended. */
    public void cancel() {
        execution.cancel("cancelled by its client");
    }

    /**
     * Where its dashboard is.
     *
     * @return the address, if there is a dashboard
     */
    public Optional<URI> dashboard() {
        return execution.dashboard();
    }

    @Override
    public String toString() {
        return "UntypedExecution[" + id() + "]";
    }
}
