package io.eagleray.flyte.server;

import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Execution.ExecutionError;

/** What a pod has left in {@code error.pb}. */
public final class FlyteFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ContainerError error;

    /** A failure with the error that was left. */
    public FlyteFailure(ContainerError error) {
        super(error.getMessage());
        this.error = error;
    }

    boolean isRecoverable() {
        return error.getKind() == ContainerError.Kind.RECOVERABLE;
    }

    /** As the backend tells it, after so many attempts. */
    ExecutionError error(int attempts, boolean isExhausted) {
        return ExecutionError.newBuilder()
                .setCode((isExhausted ? "RetriesExhausted|" : "") + error.getCode())
                .setMessage((isExhausted
                                ? "[" + attempts + "/" + attempts + "] currentAttempt done. Last Error: USER::"
                                : "")
                        + error.getMessage())
                .setKind(error.getOrigin())
                .build();
    }
}
