package io.eagleray.client;

/** Takes log lines. */
@FunctionalInterface
public interface LogSink {

    /**
     * Takes a line.
     *
     * @param line the line
     */
    void accept(LogLine line);
}
