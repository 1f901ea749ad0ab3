package io.eagleray.backend.ray;

import java.time.Duration;

/**
 * A moment that things have to be done by.
 *
 * @param nanos on the clock of {@link System#nanoTime}
 */
record Deadline(long nanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Whether it comes before a wait that begins now is over. */
    boolean isBefore(Duration wait) {
        return nanos - System.nanoTime() < wait.toNanos();
    }
}
