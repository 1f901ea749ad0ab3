package io.eagleray.backend.ray;

/** How far a job is. */
public enum JobStatus {
    /** It waits: for its node, or for its runtime environment. */
    PENDING,
    /** Its entrypoint runs. */
    RUNNING,
    /** It was stopped. */
    STOPPED,
    /** Its entrypoint has ended with exit code 0. */
    SUCCEEDED,
    /** Its entrypoint has ended with another exit code, or could not be started. */
    FAILED;

    /**
     * Whether nothing more will happen.
     *
     * @return true for all but {@link #PENDING} and {@link #RUNNING}
     */
    public boolean isEnd() {
        return this != PENDING && this != RUNNING;
    }
}
