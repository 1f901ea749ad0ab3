package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** A value cannot be encoded or decoded: its type, its size or its content does not fit. */
public final class ValueException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /**
     * An exception without a cause.
     *
     * @param message what failed, where, and what to do
     */
    public ValueException(String message) {
        super(message);
    }

    /**
     * An exception with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause why; may be null
     */
    public ValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
