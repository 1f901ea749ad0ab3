package io.eagleray.parallel;

/**
 * How many calls share a request: few while nothing is known of how long they take, then about
 * {@value #TARGET_MILLIS} ms of work, and not so many that a worker is left without work at the end; but a request costs
 * about a millisecond itself, so what takes less than {@value #LEAST_MILLIS} ms is not divided.
 */
final class ChunkSize {
    private static final long TARGET_MILLIS = 100;
    private static final long LEAST_MILLIS = 2;
    private static final int PROBE = 16;
    private static final double WEIGHT = 0.5;

    private double nanosPerCall = Double.NaN;

    int next(int waiting, int workers) {
        int share = Math.max(1, (int) Math.ceil(waiting / (2.0 * Math.max(1, workers))));
        if (Double.isNaN(nanosPerCall)) {
            return Math.min(share, PROBE);
        }
        return (int) Math.min(Math.max(share, calls(LEAST_MILLIS)), calls(TARGET_MILLIS));
    }

    /** How many calls take so long. */
    private double calls(long millis) {
        return Math.max(1, millis * 1_000_000 / Math.max(1, nanosPerCall));
    }

    void measured(int calls, long nanos) {
        double each = (double) nanos / calls;
        nanosPerCall = Double.isNaN(nanosPerCall) ? each : WEIGHT * each + (1 - WEIGHT) * nanosPerCall;
    }
}
