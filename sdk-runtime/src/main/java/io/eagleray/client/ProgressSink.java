package io.eagleray.client;

/** Takes reports of progress. Called from any thread, and often: it returns quickly. */
@FunctionalInterface
public interface ProgressSink {

    /**
     * Takes a report.
     *
     * @param progress how far something is
     */
    void accept(Progress progress);
}
