package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** The process that ran a remote function died. */
public final class WorkerDiedException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /**
     * An exception without a cause.
     *
     * @param message what failed, where, and what to do
     */
    public WorkerDiedException(String message) {
        super(message);
    }

    /**
     * An exception with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause why; may be null
     */
    public WorkerDiedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
