package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** Whatever goes wrong in Eagleray; its message says what, where, and what to do. */
public class EaglerayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * An exception without a cause.
     *
     * @param message what failed, where, and what to do
     */
    public EaglerayException(String message) {
        super(message);
    }

    /**
     * An exception with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause why; may be null
     */
    public EaglerayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
