package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** A task or remote function was cancelled. */
public final class TaskCancelledException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /**
     * An exception without a cause.
     *
     * @param message what failed, where, and what to do
     */
    public TaskCancelledException(String message) {
        super(message);
    }

    /**
     * An exception with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause why; may be null
     */
    public TaskCancelledException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
