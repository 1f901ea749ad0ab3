package io.eagleray.parallel;

/**
 * How many calls share a request: few while nothing is known of how long they take, then about
 * {@value #TARGET_MILLIS} ms of work, and not so many that a worker is left without work at the end; but a request costs
 * about a millisecond itself, so what takes less than {@value #LEAST_MILLIS} ms is not divided, unless between workers.
 */
final class ChunkSize {
    private static final long TARGET_MILLIS = 100;
    private static final long LEAST_MILLIS = 2;
    private static final int PROBE = 16;

    /** How much what was known counts beside what a request has shown, if it had as many calls. */
    private static final double WEIGHT = 0.5;

    private double calls;
    private double nanos;

    int next(int waiting, int workers) {
        int share = share(waiting, 2 * workers);
        if (calls == 0) {
            return Math.min(share, PROBE);
        }
        double least = in(LEAST_MILLIS);
        double most = least >= waiting ? waiting : Math.max(share, Math.min(least, share(waiting, workers)));
        return (int) Math.min(most, in(TARGET_MILLIS));
    }

    private static int share(int waiting, int parts) {
        return Math.max(1, (int) Math.ceil((double) waiting / Math.max(1, parts)));
    }

    /** How many calls take so long. */
    private double in(long millis) {
        return Math.max(1, millis * 1_000_000 * calls / Math.max(1, nanos));
    }

    /** The first call of a request takes longest, so what counts is calls, not requests. */
    void measured(int ended, long took) {
        calls = WEIGHT * calls + ended;
        nanos = WEIGHT * nanos + took;
    }
}
