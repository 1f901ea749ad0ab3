package io.eagleray.benchmarks;

import java.util.Locale;

/** What the median of a figure has to keep to. */
sealed interface Bar {

    boolean holds(double median);

    /** What a cost may be. */
    record AtMost(double limit) implements Bar {
        @Override
        public boolean holds(double median) {
            return median <= limit;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "at most %.3f", limit);
        }
    }

    /** What a yield has to be. */
    record AtLeast(double limit) implements Bar {
        @Override
        public boolean holds(double median) {
            return median >= limit;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "at least %.3f", limit);
        }
    }
}
