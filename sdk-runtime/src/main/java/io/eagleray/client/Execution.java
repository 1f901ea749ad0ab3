package io.eagleray.client;

import io.eagleray.call.TaskHandle;
import io.eagleray.wire.Errors;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that has been submitted: it runs, or has ended. It can be found again by its id.
 *
 * @param <T> the type of the task's result
 */
public final class Execution<T> {
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final UntypedExecution execution;
    private final TaskHandle<T> task;

    Execution(UntypedExecution execution, TaskHandle<T> task) {
        this.execution = execution;
        this.task = task;
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
     * The task that it runs.
     *
     * @return the task's handle
     */
    public TaskHandle<T> task() {
        return task;
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
     * Where it stands now.
     *
     * @return the state
     */
    public State state() {
        return summary().state();
    }

    /**
     * Waits for its end, for a while.
     *
     * @param timeout how long to wait
     * @return how it ended
     * @throws TaskTimeoutException when it has not ended in time; it goes on
     * @throws TaskCancelledException when the waiting thread was interrupted; the execution goes on
     */
    public Outcome<T> outcome(Duration timeout) {
        Outcome<EncodedResult> outcome = execution.outcome(timeout, name());
        if (outcome instanceof Outcome.Succeeded<EncodedResult> succeeded) {
            return new Outcome.Succeeded<>(value(succeeded));
        }
        return outcome instanceof Outcome.Failed<EncodedResult> failed
                ? new Outcome.Failed<>(failed.error())
                : new Outcome.Cancelled<>(((Outcome.Cancelled<EncodedResult>) outcome).reason());
    }

    /**
     * Waits for its result.
     *
     * @return the value; null when the task returned null, or nothing
     * @throws TaskFailedException when the task failed
     * @throws TaskTimeoutException when the task took longer than its timeout
     * @throws TaskCancelledException when it was cancelled, or the waiting thread was interrupted
     */
    public T result() {
        Outcome<EncodedResult> outcome = execution.outcome(FOREVER, name());
        if (outcome instanceof Outcome.Succeeded<EncodedResult> succeeded) {
            return value(succeeded);
        }
        if (outcome instanceof Outcome.Failed<EncodedResult> failed) {
            throw Errors.failure(
                    task.name(),
                    failed.error(),
                    task.function().catalog().getClass().getClassLoader());
        }
        throw new TaskCancelledException(
                task.name() + " was cancelled: " + ((Outcome.Cancelled<EncodedResult>) outcome).reason());
    }

    private String name() {
        return task.name() + " (" + id() + ")";
    }

    private T value(Outcome.Succeeded<EncodedResult> succeeded) {
        return Objects.requireNonNull(succeeded.value()).as(task);
    }

    /**
     * Follows its log from the beginning until it has ended.
     *
     * @param sink takes the lines, in order
     * @throws TaskCancelledException when the waiting thread was interrupted; the execution goes on
     */
    public void logs(LogSink sink) {
        execution.logs(sink);
    }

    /**
     * Reads its log from the beginning to where it is now, without waiting for more.
     *
     * @param sink takes the lines, in order
     * @throws TaskCancelledException when the waiting thread was interrupted; the execution goes on
     */
    public void logsSoFar(LogSink sink) {
        execution.logsSoFar(sink);
    }

    /** Cancels it; nothing happens when it has ended. */
    public void cancel() {
        execution.cancel();
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
        return "Execution[" + id() + ", " + task.name() + ", " + state() + "]";
    }
}
