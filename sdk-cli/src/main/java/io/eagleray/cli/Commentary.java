package io.eagleray.cli;

import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What is said on standard error while a command works: notices, log lines and progress. On a terminal progress is one
 * line that is written over; elsewhere it is plain lines, seldom enough to be read.
 */
final class Commentary implements ProgressSink {
    private static final long TERMINAL_INTERVAL = 100_000_000L;
    private static final long PLAIN_INTERVAL = 5_000_000_000L;

    /** Without line wrap the terminal itself cuts the line at its width; wrapping is on again when it is written. */
    private static final String OVERWRITE = "\r\033[?7l%s\033[K\033[?7h";

    /** What stands between the parts of what is under way. */
    private static final String STEP = " › ";

    private static final String ERASE = "\r\033[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final Map<String, Long> written = new HashMap<>();
    private final Map<String, Progress> underWay = new LinkedHashMap<>();
    private boolean quiet;
    private String line = "";

    Commentary(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    /** From now on only errors and logs are said. */
    synchronized void hush() {
        quiet = true;
    }

    /** Says a line that should be read. */
    synchronized void notice(String text) {
        if (!quiet) {
            print("eagleray: " + text);
        }
    }

    /** Says what went wrong; in any case. */
    synchronized void error(String text) {
        print("eagleray: " + text);
    }

    /** Passes on what a task has logged. */
    synchronized void log(LogLine logged) {
        print(text(logged));
    }

    /** A line of a log, for people. */
    static String text(LogLine logged) {
        return "[" + logged.source() + "] " + logged.text();
    }

    @Override
    public synchronized void accept(Progress progress) {
        boolean last = progress.total() > 0 && progress.done() >= progress.total();
        String tree = tree(progress);
        if (last) {
            underWay.remove(progress.what());
        } else {
            underWay.put(progress.what(), progress);
        }
        if (quiet || !(last || isTime(progress))) {
            return;
        }
        written.put(progress.what(), nanos.getAsLong());
        if (terminal) {
            line = tree;
            err.print(String.format(OVERWRITE, line));
            err.flush();
        } else {
            print(tree);
        }
    }

    private boolean isTime(Progress progress) {
        Long before = written.get(progress.what());
        return before == null || nanos.getAsLong() - before >= (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL);
    }

    /** A report below those of what it is a part of: {@code T.task › days 3/10 (30 %) › flights 20/90 (22 %)}. */
    private String tree(Progress progress) {
        StringBuilder text = new StringBuilder();
        String named = "";
        for (Progress whole : underWay.values()) {
            if (progress.what().startsWith(whole.what() + STEP) && whole.what().startsWith(named)) {
                text.append(text(whole, whole.what().substring(named.length()))).append(STEP);
                named = whole.what() + STEP;
            }
        }
        return text.append(text(progress, progress.what().substring(named.length())))
                .toString()
                .replaceAll("\\p{Cntrl}+", " ");
    }

    private static String text(Progress progress, String name) {
        StringBuilder text = new StringBuilder(name);
        if (progress.total() > 0) {
            text.append(String.format(
                    " %d/%d (%d %%)", progress.done(), progress.total(), 100 * progress.done() / progress.total()));
        } else if (progress.done() > 0) {
            text.append(' ').append(progress.done());
        }
        return (progress.message().isBlank() ? text : text.append(": ").append(progress.message())).toString();
    }

    private void print(String text) {
        err.println(line.isEmpty() ? text : ERASE + text);
        if (!line.isEmpty()) {
            err.print(String.format(OVERWRITE, line));
        }
        err.flush();
    }

    /** Takes the progress line away; what is said later stands on its own. */
    synchronized void erase() {
        if (!line.isEmpty()) {
            err.print(ERASE);
            err.flush();
            line = "";
        }
    }
}
