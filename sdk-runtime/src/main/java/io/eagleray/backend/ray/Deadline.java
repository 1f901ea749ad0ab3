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

    /** A wait, or what is left until this moment where that is less. */
    Duration atMost(Duration wait) {
        long left = Math.max(0, nanos - System.nanoTime());
        return left < wait.toNanos() ? Duration.ofNanos(left) : wait;
    }

    /** Whether it comes before a wait that begins now is over. */
    boolean isBefore(Duration wait) {
        return nanos - System.nanoTime() < wait.toNanos();
    }
}
