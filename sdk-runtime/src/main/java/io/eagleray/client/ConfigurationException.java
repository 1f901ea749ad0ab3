package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** Something that the user has written, set or asked for cannot be right. */
public final class ConfigurationException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /**
     * An exception without a cause.
     *
     * @param message what failed, where, and what to do
     */
    public ConfigurationException(String message) {
        super(message);
    }

    /**
     * An exception with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause why; may be null
     */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
