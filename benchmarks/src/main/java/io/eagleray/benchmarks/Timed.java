package io.eagleray.benchmarks;

import java.time.Duration;

/** Something that can be done again and again, and says how long it took. */
@FunctionalInterface
interface Timed {

    /**
     * Does it once.
     *
     * @return how long it took
     * @throws IllegalStateException when it failed; the message says how
     */
    Duration time();

    /** The same for a part of it, such as one item of many. */
    default Timed per(int parts) {
        return () -> time().dividedBy(parts);
    }
}
