package io.eagleray.parallel;

import java.time.Duration;

/**
 * How many calls share a request: few while nothing is known of how long they take, then about
 * {@value #TARGET_MILLIS} ms of work, and not so many that a worker is left without work at the end; but a request costs
 * about a millisecond itself, so what takes less than {@value #LEAST_MILLIS} ms is divided between the workers at most,
 * and what takes a quarter of that not at all.
 */
final class ChunkSize {
    /** How long a worker works at most before it answers with what it has. */
    static final Duration MOST_PATIENCE = Duration.ofMillis(250);

    private static final long LEAST_PATIENCE_NANOS = 25_000_000;
    private static final int SLACK = 10;
    private static final long TARGET_MILLIS = 100;
    private static final long LEAST_MILLIS = 2;
    private static final int PROBE = 16;

    /** How much what was known counts beside what a request has shown, if it had as many calls. */
    private static final double WEIGHT = 0.5;

    private double calls;
    private double nanos;

    /** How many of the calls that wait one of the workers is given that is idle, while others make so many. */
    int next(int waiting, int running, int workers) {
        int share = share(waiting, 2 * workers);
        if (calls == 0) {
            return Math.min(share, PROBE);
        }
        double least = in(LEAST_MILLIS);
        int part = Math.min(waiting, share(waiting + running, workers));
        double most = least / 4 >= waiting ? waiting : Math.max(share, Math.min(least, part));
        return (int) Math.min(most, in(TARGET_MILLIS));
    }

    /** Whether so many calls end before it would pay to hand them to another thread. */
    boolean isQuick(int count) {
        return calls > 0 && count <= in(LEAST_MILLIS);
    }

    /** How long a worker may take for a request before it answers with what it has, and hands back what it has not begun. */
    Duration patience(int count) {
        double expected = count * nanos / Math.max(1, calls);
        return calls == 0 || expected * SLACK >= MOST_PATIENCE.toNanos()
                ? MOST_PATIENCE
                : Duration.ofNanos((long) Math.max(expected * SLACK, LEAST_PATIENCE_NANOS));
    }

    private static int share(int waiting, int parts) {
        return Math.max(1, (int) Math.ceil((double) waiting / Math.max(1, parts)));
    }

    /** How many calls take so long. */
    private double in(long millis) {
        return Math.max(1, millis * 1_000_000 * calls / Math.max(1, nanos));
    }

    /** What counts is calls, not requests. */
    void measured(int ended, long took) {
        calls = WEIGHT * calls + ended;
        nanos = WEIGHT * nanos + took;
    }
}
