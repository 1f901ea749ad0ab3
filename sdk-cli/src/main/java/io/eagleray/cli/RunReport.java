package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.client.EncodedResult;
import io.eagleray.client.Execution;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Outcome;
import io.eagleray.client.RemoteError;
import io.eagleray.client.State;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import io.eagleray.client.UntypedExecution;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended: what {@code run} and {@code result} print.
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
     * Waits for the end. When that does not come in time, or the wait is interrupted, the execution goes on.
     *
     * @throws TaskCancelledException when the wait is interrupted
     */
    static <T> RunReport<T> await(Execution<T> execution, Optional<Duration> timeout) {
        try {
            return ended(execution, timeout);
        } catch (TaskTimeoutException e) {
            return late(execution, execution.state(), e.getMessage() + ", and goes on");
        }
    }

    /**
     * Waits for the end. When that does not come in time the execution is cancelled, as it is when the wait is
     * interrupted.
     *
     * @throws TaskCancelledException when the wait is interrupted
     */
    static <T> RunReport<T> awaitOrCancel(Execution<T> execution, Optional<Duration> timeout) {
        try {
            return ended(execution, timeout);
        } catch (TaskTimeoutException e) {
            execution.cancel();
            return late(execution, State.CANCELLED, e.getMessage() + "; it is cancelled now");
        } catch (TaskCancelledException e) {
            execution.cancel();
            throw e;
        }
    }

    private static <T> RunReport<T> ended(Execution<T> execution, Optional<Duration> timeout) {
        Outcome<T> outcome = execution.outcome(timeout.orElse(FOREVER));
        return of(execution.summary(), execution.dashboard(), outcome);
    }

    /** What is known of an execution that has ended; empty when it has a result, for that takes the application. */
    static Optional<RunReport<EncodedResult>> unsuccessful(UntypedExecution execution) {
        Outcome<EncodedResult> outcome = execution.outcome(Duration.ZERO);
        return outcome instanceof Outcome.Succeeded
                ? Optional.empty()
                : Optional.of(of(execution.summary(), execution.dashboard(), outcome));
    }

    private static <T> RunReport<T> late(Execution<T> execution, State state, String message) {
        RemoteError error = new RemoteError(
                TaskTimeoutException.class.getName(), Optional.of(message), List.of(), Optional.empty());
        return new RunReport<>(
                execution.id(),
                execution.task().name(),
                state,
                null,
                Optional.of(error),
                Optional.empty(),
                execution.dashboard());
    }

    private static <T> RunReport<T> of(ExecutionSummary summary, Optional<URI> dashboard, Outcome<T> outcome) {
        return new RunReport<>(
                summary.id(),
                summary.task(),
                summary.state(),
                outcome instanceof Outcome.Succeeded<T> succeeded ? succeeded.value() : null,
                outcome instanceof Outcome.Failed<T> failed ? Optional.of(failed.error()) : Optional.empty(),
                outcome instanceof Outcome.Cancelled<T> cancelled ? Optional.of(cancelled.reason()) : Optional.empty(),
                dashboard);
    }

    /** Prints it: the result on standard output, what went wrong on standard error. */
    int print(OutputOption output, ValueType type, Commentary says) {
        says.erase();
        if (output.isJson()) {
            output.json(this, ValueType.of(RunReport.class, boxed(type)));
        } else if (result instanceof String text) {
            output.line(text);
        } else if (exitCode() == Cli.OK && type.raw() != Void.class && type.raw() != void.class) {
            output.json(result, type);
        }
        problem().ifPresent(says::error);
        return exitCode();
    }

    private static ValueType boxed(ValueType type) {
        return type.raw().isPrimitive()
                ? ValueType.of(MethodType.methodType(type.raw()).wrap().returnType())
                : type;
    }

    /** What the command's exit code says of it. */
    private int exitCode() {
        if (reason.isPresent()) {
            return Cli.CANCELLED;
        }
        if (error.isEmpty()) {
            return Cli.OK;
        }
        return error.get().type().equals(TaskTimeoutException.class.getName()) ? Cli.TIMED_OUT : Cli.FAILED;
    }

    /** What went wrong, for people: the whole remote stack trace. */
    private Optional<String> problem() {
        return error.map(failure -> task + " (" + id + ") failed: " + StackTraces.text(failure))
                .or(() -> reason.map(why -> task + " (" + id + ") was cancelled: " + why));
    }
}
