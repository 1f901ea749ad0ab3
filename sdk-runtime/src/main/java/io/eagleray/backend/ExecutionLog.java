package io.eagleray.backend;

import io.eagleray.client.LogLine;
import io.eagleray.client.LogSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest lines of an execution's log, in memory, for any number of readers. */
final class ExecutionLog {
    private static final int MOST_LINES = 100_000;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long dropped;
    private boolean ended;

    synchronized void add(LogLine line) {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
            dropped++;
        }
        lines.addLast(line);
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Gives every line from the oldest kept on, until the log has ended. */
    void follow(LogSink sink) throws InterruptedException {
        Batch batch = from(0);
        while (!batch.lines().isEmpty()) {
            batch.lines().forEach(sink::accept);
            batch = from(batch.next());
        }
    }

    /** Gives every line that is kept now. */
    void soFar(LogSink sink) {
        kept().forEach(sink::accept);
    }

    private synchronized List<LogLine> kept() {
        return List.copyOf(lines);
    }

    private record Batch(List<LogLine> lines, long next) {}

    /** The lines from a number on, once there are some; none when the log has ended. */
    private synchronized Batch from(long number) throws InterruptedException {
        while (number >= dropped + lines.size() && !ended) {
            wait();
        }
        List<LogLine> batch = lines.stream().skip(Math.max(0, number - dropped)).toList();
        return new Batch(batch, dropped + lines.size());
    }
}
