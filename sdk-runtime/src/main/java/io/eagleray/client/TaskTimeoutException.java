package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** A task, a remote function, or a wait for one took longer than it may. */
public final class TaskTimeoutException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /**
     * An exception without a cause.
     *
     * @param message what failed, where, and what to do
     */
    public TaskTimeoutException(String message) {
        super(message);
    }

    /**
     * An exception with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause why; may be null
     */
    public TaskTimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
