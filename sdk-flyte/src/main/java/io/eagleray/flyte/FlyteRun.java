package io.eagleray.flyte;

import com.google.protobuf.Timestamp;
import flyteidl.admin.Common.Annotations;
import flyteidl.admin.ExecutionOuterClass.Execution;
import flyteidl.admin.ExecutionOuterClass.ExecutionClosure;
import flyteidl.admin.ExecutionOuterClass.ExecutionTerminateRequest;
import flyteidl.admin.ExecutionOuterClass.ExecutionTerminateResponse;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetDataRequest;
import flyteidl.admin.ExecutionOuterClass.WorkflowExecutionGetRequest;
import flyteidl.core.Execution.TaskLog;
import flyteidl.core.Execution.WorkflowExecution;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.IdentifierOuterClass.WorkflowExecutionIdentifier;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.client.RemoteError;
import io.eagleray.client.State;
import io.eagleray.client.TaskTimeoutException;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An execution, in Flyte's own words. */
final class FlyteRun {
    /** Annotations of an execution: the id that its submitter chose, and the digest of the call. */
    static final String ID = "eagleray.io/execution";

    static final String CALL = "eagleray.io/call";

    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    /** The end is noticed after this part of the time that it took. */
    private static final int PART = 40;

    private final FlyteApi api;
    private final ProgressSink progress;
    private final WorkflowExecutionIdentifier id;
    private final Attempts attempts;
    private volatile Execution known;
    private String told = "";

    FlyteRun(FlyteApi api, Execution known, ProgressSink progress) {
        this.api = api;
        this.known = known;
        this.progress = progress;
        this.id = known.getId();
        this.attempts = new Attempts(api, id);
    }

    /** How a run has ended. */
    sealed interface Ended {}

    /**
     * It succeeded.
     *
     * @param outputs what it gave
     */
    record Succeeded(LiteralMap outputs) implements Ended {}

    /**
     * It failed.
     *
     * @param error with what
     */
    record Failed(RemoteError error) implements Ended {}

    /**
     * It was terminated.
     *
     * @param reason why
     */
    record Aborted(String reason) implements Ended {}

    /** The task that it runs. */
    Identifier task() {
        return known.getSpec().getLaunchPlan();
    }

    /** The id that its submitter chose; else the name that it has. */
    String id() {
        return annotations().getValuesOrDefault(ID, id.getName());
    }

    /** The digest of the call; empty where others have created it. */
    String call() {
        return annotations().getValuesOrDefault(CALL, "");
    }

    private Annotations annotations() {
        return known.getSpec().getAnnotations();
    }

    ExecutionSummary summary() {
        look();
        return summary(known);
    }

    /** What is known of one at a glance. */
    static ExecutionSummary summary(Execution execution) {
        ExecutionClosure closure = execution.getClosure();
        boolean isEnd = isEnd(closure.getPhase());
        return new ExecutionSummary(
                execution
                        .getSpec()
                        .getAnnotations()
                        .getValuesOrDefault(ID, execution.getId().getName()),
                execution.getSpec().getLaunchPlan().getName(),
                state(closure.getPhase()),
                instant(closure.getCreatedAt()),
                isEnd ? Optional.of(instant(closure.getUpdatedAt())) : Optional.empty(),
                closure.hasError() ? FlyteErrors.of(closure.getError()).summary() : "");
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static State state(WorkflowExecution.Phase phase) {
        return switch (phase) {
            case RUNNING, SUCCEEDING, FAILING, ABORTING -> State.RUNNING;
            case SUCCEEDED -> State.SUCCEEDED;
            case FAILED, TIMED_OUT -> State.FAILED;
            case ABORTED -> State.CANCELLED;
            default -> State.PENDING;
        };
    }

    private static boolean isEnd(WorkflowExecution.Phase phase) {
        return switch (phase) {
            case SUCCEEDED, FAILED, TIMED_OUT, ABORTED -> true;
            default -> false;
        };
    }

    private void look() {
        if (!isEnd(known.getClosure().getPhase())) {
            known = api.answer(
                    "show execution " + id.getName(),
                    api.admin(stub -> stub.getExecution(
                            WorkflowExecutionGetRequest.newBuilder().setId(id).build())));
        }
    }

    /**
     * Waits for the end.
     *
     * @return how it ended; empty when that was not in time
     */
    Optional<Ended> await(Duration timeout) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            look();
            if (isEnd(known.getClosure().getPhase())) {
                return Optional.of(ended());
            }
            tell();
            long waited = System.nanoTime() - start;
            long left = timeout.compareTo(Duration.ofDays(3_650)) > 0 ? Long.MAX_VALUE : timeout.toNanos() - waited;
            if (left <= 0) {
                return Optional.empty();
            }
            long pause = Math.max(
                    SHORTEST_PAUSE_MILLIS,
                    Math.min(LONGEST_PAUSE_MILLIS, Duration.ofNanos(waited).toMillis() / PART));
            Thread.sleep(Math.min(pause, Duration.ofNanos(left).toMillis() + 1));
        }
    }

    /** Where its attempts stand; who waits for the end hears of trouble there. */
    private void tell() {
        String now;
        try {
            now = attempts.text();
        } catch (EaglerayException e) {
            return;
        }
        if (!now.isEmpty() && !now.equals(told)) {
            told = now;
            progress.accept(Progress.of("execution " + id.getName(), now));
        }
    }

    private Ended ended() {
        ExecutionClosure closure = known.getClosure();
        return switch (closure.getPhase()) {
            case SUCCEEDED -> new Succeeded(outputs());
            case TIMED_OUT ->
                new Failed(new RemoteError(
                        TaskTimeoutException.class.getName(),
                        Optional.of("Flyte has ended it at its timeout; raise the timeout of @Task, or make it faster"),
                        List.of(),
                        Optional.empty()));
            case ABORTED -> new Aborted(closure.getAbortMetadata().getCause());
            default -> new Failed(FlyteErrors.of(closure.getError()));
        };
    }

    private LiteralMap outputs() {
        return api.answer(
                        "give the outputs of " + id.getName(),
                        api.admin(stub -> stub.getExecutionData(WorkflowExecutionGetDataRequest.newBuilder()
                                .setId(id)
                                .build())))
                .getFullOutputs();
    }

    /** Terminates it; nothing happens when it has ended. */
    void terminate(String cause) {
        CompletableFuture<ExecutionTerminateResponse> asked = api.admin(stub -> stub.terminateExecution(
                ExecutionTerminateRequest.newBuilder().setId(id).setCause(cause).build()));
        api.answer(
                "terminate execution " + id.getName(),
                FlyteApi.unless(Status.Code.FAILED_PRECONDITION, asked)); // it has ended
    }

    /** What the backend links to: logs, dashboards. */
    List<TaskLog> links() {
        return attempts.links();
    }

    boolean hasEnded() {
        look();
        return isEnd(known.getClosure().getPhase());
    }
}
