package io.eagleray.client;

/** Where an execution stands. */
public enum State {
    /** Accepted, not started. */
    PENDING,
    /** Its place is being made: a Ray is started, a cluster created, a runtime environment installed. */
    PROVISIONING,
    /** The task's body runs. */
    RUNNING,
    /** It ended with a value. */
    SUCCEEDED,
    /** It ended with an error. */
    FAILED,
    /** It was cancelled. */
    CANCELLED;

    /**
     * Whether an execution in this state has ended.
     *
     * @return true for {@link #SUCCEEDED}, {@link #FAILED} and {@link #CANCELLED}
     */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
