package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/** No Ray can be had on this machine: there is no Python that fits, or no network to install it the first time. */
public final class RayUnavailableException extends BackendException {
    private static final long serialVersionUID = 1;

    /**
     * No Ray can be had.
     *
     * @param message why, and what to do
     * @param cause why; may be null
     */
    public RayUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
