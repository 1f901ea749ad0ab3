package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/**
 * The user's code threw an exception where it ran. Its cause is the original exception when its class is on the caller's
 * class path and can be rebuilt from its message; its stack trace is then the remote one. {@link #error()} has the
 * whole chain in any case.
 */
public final class TaskFailedException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /** Not carried by Java serialization, which nothing here uses. */
    private final transient RemoteError error;

    /**
     * The failure of a function.
     *
     * @param function the task or remote function that failed
     * @param error the exception, as it was thrown
     * @param cause the rebuilt exception; may be null
     */
    public TaskFailedException(String function, RemoteError error, @Nullable Throwable cause) {
        super(function + " failed: " + error.reason(), cause);
        this.error = error;
    }

    /**
     * The exception, as it was thrown.
     *
     * @return its type, message, stack trace and causes
     */
    public RemoteError error() {
        return error;
    }
}
