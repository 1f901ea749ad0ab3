package io.eagleray.parallel;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before another attempt: doubling, bounded, and spread at random so that retries do not march in step. */
public final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long MOST_MILLIS = 30_000;

    private Backoff() {}

    /**
     * The wait after a failure.
     *
     * @param failures how many there were, from 1
     * @return between half and the whole of 100 ms, 200 ms, 400 ms … 30 s
     */
    public static Duration after(int failures) {
        long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }
}
