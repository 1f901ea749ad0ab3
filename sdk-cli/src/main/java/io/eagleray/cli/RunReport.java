package io.eagleray.cli;

import io.eagleray.client.Execution;
import io.eagleray.client.Outcome;
import io.eagleray.client.RemoteError;
import io.eagleray.client.State;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended: what {@code run --output json} prints.
 *
 * @param id the execution's id
 * @param task the task's name
 * @param state where it stands now
 * @param result the task's result; null when there is none
 * @param error what the task failed with; empty when it did not fail
 * @param reason why it was cancelled; empty when it was not
 * @param dashboard where its dashboard is, if there is one
 */
record RunReport<T>(
        String id,
        String task,
        State state,
        @Nullable T result,
        Optional<RemoteError> error,
        Optional<String> reason,
        Optional<URI> dashboard) {
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Waits for the end. When that does not come in time the execution is cancelled, as it is when the wait is
     * interrupted.
     *
     * @throws TaskCancelledException when the wait is interrupted
     */
    static <T> RunReport<T> await(Execution<T> execution, Optional<Duration> timeout) {
        try {
            return of(execution, execution.outcome(timeout.orElse(FOREVER)));
        } catch (TaskTimeoutException e) {
            execution.cancel();
            RemoteError error = new RemoteError(
                    TaskTimeoutException.class.getName(),
                    Optional.of(e.getMessage() + "; it is cancelled now"),
                    List.of(),
                    Optional.empty());
            return of(execution, State.CANCELLED, null, Optional.of(error), Optional.empty());
        } catch (TaskCancelledException e) {
            execution.cancel();
            throw e;
        }
    }

    private static <T> RunReport<T> of(Execution<T> execution, Outcome<T> outcome) {
        return of(
                execution,
                execution.state(),
                outcome instanceof Outcome.Succeeded<T> succeeded ? succeeded.value() : null,
                outcome instanceof Outcome.Failed<T> failed ? Optional.of(failed.error()) : Optional.empty(),
                outcome instanceof Outcome.Cancelled<T> cancelled ? Optional.of(cancelled.reason()) : Optional.empty());
    }

    private static <T> RunReport<T> of(
            Execution<T> execution,
            State state,
            @Nullable T result,
            Optional<RemoteError> error,
            Optional<String> reason) {
        return new RunReport<>(
                execution.id(), execution.task().name(), state, result, error, reason, execution.dashboard());
    }

    /** What the command's exit code says of it. */
    int exitCode() {
        if (reason.isPresent()) {
            return Cli.CANCELLED;
        }
        if (error.isEmpty()) {
            return Cli.OK;
        }
        return error.get().type().equals(TaskTimeoutException.class.getName()) ? Cli.TIMED_OUT : Cli.FAILED;
    }

    /** What went wrong, for people: the whole remote stack trace. */
    Optional<String> problem() {
        return error.map(failure -> task + " (" + id + ") failed: " + StackTraces.text(failure))
                .or(() -> reason.map(why -> task + " (" + id + ") was cancelled: " + why));
    }
}
