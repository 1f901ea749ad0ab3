package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** A backend cannot be reached, cannot be started, or does not do what it should. */
public class BackendException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /**
     * An exception without a cause.
     *
     * @param message what failed, where, and what to do
     */
    public BackendException(String message) {
        super(message);
    }

    /**
     * An exception with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause why; may be null
     */
    public BackendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
