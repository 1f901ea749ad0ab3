package io.eagleray.driver.cluster;

import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that a driver writes to its standard output, where Ray keeps them: readable as they are, and read again by who
 * follows them.
 *
 * <pre>
 * 2026-01-02T03:04:05.006Z INFO [worker 1] what was logged
 * 2026-01-02T03:04:05.006Z PROGRESS [Squares.squares] 10/100 what is done
 * </pre>
 */
public final class LogFormat {
    private static final Pattern LINE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,20}Z) (TRACE|DEBUG|INFO|WARN|ERROR|PROGRESS) \\[(.*?)] (.*)",
            Pattern.DOTALL);

    private static final Pattern PROGRESS = Pattern.compile("(\\d{1,18})/(\\d{1,18}) (.*)", Pattern.DOTALL);
    private static final String PROGRESS_LEVEL = "PROGRESS";

    private LogFormat() {}

    static String text(LogLine line) {
        return line.time() + " " + line.level() + " [" + line.source().replace(']', ')') + "] " + line.text();
    }

    static String text(Progress progress) {
        return text(new LogLine(
                Instant.now(),
                progress.what(),
                PROGRESS_LEVEL,
                progress.done() + "/" + progress.total() + " "
                        + progress.message().replace('\n', ' ')));
    }

    /**
     * Reads a line.
     *
     * @param text the line
     * @return it; where it is not one of ours, as one that the driver has printed now
     */
    public static LogLine line(String text) {
        Matcher line = LINE.matcher(text);
        try {
            if (line.matches()) {
                return new LogLine(Instant.parse(line.group(1)), line.group(3), line.group(2), line.group(4));
            }
        } catch (DateTimeException e) {
            // somebody else's
        }
        return new LogLine(Instant.now(), "driver", "INFO", text);
    }

    /**
     * What a line tells of progress.
     *
     * @param line the line
     * @return the progress, or empty when it tells of something else
     */
    public static Optional<Progress> progress(LogLine line) {
        Matcher numbers = PROGRESS.matcher(line.text());
        return line.level().equals(PROGRESS_LEVEL) && numbers.matches()
                ? Optional.of(new Progress(
                        line.source(),
                        Long.parseLong(numbers.group(1)),
                        Long.parseLong(numbers.group(2)),
                        numbers.group(3)))
                : Optional.empty();
    }
}
