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
import io.eagleray.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a run ended: what {@code run} and {@code result} print.
 *
 * @param summary what is known of the execution
 * @param state where it stands now
 * @param result the task's result, if it has one
 * @param error what the task failed with; empty when it did not fail
 * @param reason why it was cancelled; empty when it was not
 * @param dashboard where its dashboard is, if there is one
 */
record RunReport(
        ExecutionSummary summary,
        State state,
        Optional<PrintedResult> result,
        Optional<RemoteError> error,
        Optional<String> reason,
        Optional<URI> dashboard) {
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Waits for the end. When that does not come in time, or the wait is interrupted, the execution goes on.
     *
     * @throws TaskCancelledException when the wait is interrupted
     */
    static RunReport await(UntypedExecution execution, Optional<Duration> timeout) {
        try {
            Outcome<EncodedResult> outcome = execution.outcome(timeout.orElse(FOREVER));
            return of(
                    execution.summary(), execution.dashboard(), outcome, result -> PrintedResult.of(result.untyped()));
        } catch (TaskTimeoutException e) {
            ExecutionSummary now = execution.summary();
            return late(now, now.state(), execution.dashboard(), e.getMessage() + ", and goes on");
        }
    }

    /**
     * Waits for the end. When that does not come in time the execution is cancelled, as it is when the wait is
     * interrupted.
     *
     * @throws TaskCancelledException when the wait is interrupted
     */
    static <T> RunReport awaitOrCancel(Execution<T> execution, ValueType type, Optional<Duration> timeout) {
        return orCancelled(execution::cancel, execution::summary, execution::dashboard, () -> {
            Outcome<T> outcome = execution.outcome(timeout.orElse(FOREVER));
            return of(execution.summary(), execution.dashboard(), outcome, value -> PrintedResult.of(value, type));
        });
    }

    /** The same for an execution whose task is not here. */
    static RunReport awaitOrCancel(UntypedExecution execution, Optional<Duration> timeout) {
        return orCancelled(execution::cancel, execution::summary, execution::dashboard, () -> {
            Outcome<EncodedResult> outcome = execution.outcome(timeout.orElse(FOREVER));
            return of(
                    execution.summary(), execution.dashboard(), outcome, result -> PrintedResult.of(result.untyped()));
        });
    }

    private static RunReport orCancelled(
            Runnable cancel,
            Supplier<ExecutionSummary> summary,
            Supplier<Optional<URI>> dashboard,
            Supplier<RunReport> waiting) {
        try {
            return waiting.get();
        } catch (TaskTimeoutException e) {
            cancel.run();
            return late(summary.get(), State.CANCELLED, dashboard.get(), e.getMessage() + "; it is cancelled now");
        } catch (TaskCancelledException e) {
            cancel.run();
            throw e;
        }
    }

    private static RunReport late(ExecutionSummary summary, State state, Optional<URI> dashboard, String message) {
        RemoteError error = new RemoteError(
                TaskTimeoutException.class.getName(), Optional.of(message), List.of(), Optional.empty());
        return new RunReport(summary, state, Optional.empty(), Optional.of(error), Optional.empty(), dashboard);
    }

    private static <T> RunReport of(
            ExecutionSummary summary, Optional<URI> dashboard, Outcome<T> outcome, Function<T, PrintedResult> printed) {
        return new RunReport(
                summary,
                summary.state(),
                outcome instanceof Outcome.Succeeded<T> succeeded
                        ? Optional.of(printed.apply(succeeded.value()))
                        : Optional.empty(),
                outcome instanceof Outcome.Failed<T> failed ? Optional.of(failed.error()) : Optional.empty(),
                outcome instanceof Outcome.Cancelled<T> cancelled ? Optional.of(cancelled.reason()) : Optional.empty(),
                dashboard);
    }

    /** Prints it: the result on standard output, what went wrong on standard error. */
    int print(OutputOption output, Commentary says) {
        says.erase();
        if (output.isJson()) {
            output.line(json());
        } else {
            result.flatMap(PrintedResult::line).ifPresent(output::line);
        }
        problem().ifPresent(says::error);
        return exitCode();
    }

    private String json() {
        ValueType text = ValueType.of(String.class);
        Map<String, String> members = new LinkedHashMap<>();
        members.put("id", Json.write(summary.id(), text));
        members.put("task", Json.write(summary.task(), text));
        members.put("state", Json.write(state, ValueType.of(State.class)));
        members.put("result", result.map(PrintedResult::json).orElse("null"));
        members.put("error", Json.write(error, ValueType.of(Optional.class, ValueType.of(RemoteError.class))));
        members.put("reason", Json.write(reason, ValueType.of(Optional.class, text)));
        members.put("dashboard", Json.write(dashboard, ValueType.of(Optional.class, ValueType.of(URI.class))));
        return JsonMembers.join(members);
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
        String execution = summary.task() + " (" + summary.id() + ")";
        return error.map(failure -> execution + " failed: " + StackTraces.text(failure))
                .or(() -> reason.map(why -> execution + " was cancelled: " + why));
    }
}
