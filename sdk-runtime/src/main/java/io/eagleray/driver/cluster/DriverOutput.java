package io.eagleray.driver.cluster;

import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The standard output of a driver on a cluster, which is kept there: what is logged, and how far things are. */
public final class DriverOutput {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

    private final PrintStream out;
    private final Map<String, Instant> reported = new ConcurrentHashMap<>();

    /**
     * An output.
     *
     * @param out takes the lines, in the form of {@link LogFormat}
     */
    public DriverOutput(PrintStream out) {
        this.out = out;
    }

    /**
     * Says what the driver itself finds worth a warning.
     *
     * @param text the warning
     */
    public void warn(String text) {
        log(new LogLine(Instant.now(), "driver", "WARN", text));
    }

    /**
     * Says what was logged.
     *
     * @param line the line
     */
    public void log(LogLine line) {
        out.println(LogFormat.text(line));
    }

    /**
     * Says how far something is; not more often than people read.
     *
     * @param progress how far
     */
    public void report(Progress progress) {
        Instant now = Instant.now();
        Optional<Instant> before = Optional.ofNullable(reported.get(progress.what()));
        boolean isEnd = progress.total() > 0 && progress.done() == progress.total();
        if (isEnd || before.isEmpty() || before.get().plus(BETWEEN_REPORTS).isBefore(now)) {
            reported.put(progress.what(), now);
            out.println(LogFormat.text(progress));
        }
    }
}
