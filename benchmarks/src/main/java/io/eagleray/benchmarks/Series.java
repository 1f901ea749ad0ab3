package io.eagleray.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Times of one thing, run again and again.
 *
 * @param times at least one, in the order of the runs
 */
record Series(List<Duration> times) {
    Series {
        times = List.copyOf(times);
        if (times.isEmpty()) {
            throw new IllegalArgumentException("a series without a run");
        }
    }

    /** The ratios of this series' runs to another's, pair by pair: what ran together is compared. */
    Ratios over(Series other) {
        if (times.size() != other.times.size()) {
            throw new IllegalArgumentException(times.size() + " runs cannot be paired with " + other.times.size());
        }
        double[] ratios = new double[times.size()];
        for (int run = 0; run < ratios.length; run++) {
            ratios[run] = seconds(times.get(run)) / seconds(other.times.get(run));
        }
        return new Ratios(Spread.of(ratios));
    }

    /** Shortest, median and longest, in seconds. */
    Spread spread() {
        return Spread.of(times.stream().mapToDouble(Series::seconds).toArray());
    }

    @Override
    public String toString() {
        Spread spread = spread();
        Unit unit = Unit.of(spread.median());
        return "min " + unit.text(spread.min()) + "   median " + unit.text(spread.median()) + "   max "
                + unit.text(spread.max());
    }

    /** In which times are printed. */
    private enum Unit {
        SECONDS(1, "s"),
        MILLIS(1e-3, "ms"),
        MICROS(1e-6, "µs");

        private final double seconds;
        private final String symbol;

        Unit(double seconds, String symbol) {
            this.seconds = seconds;
            this.symbol = symbol;
        }

        static Unit of(double seconds) {
            return seconds >= 1 ? SECONDS : seconds >= 1e-3 ? MILLIS : MICROS;
        }

        String text(double time) {
            return String.format(Locale.ROOT, "%6.2f %s", time / seconds, symbol);
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /**
     * The ratios of pairs of runs.
     *
     * @param spread their spread
     */
    record Ratios(Spread spread) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "min %8.5f   median %8.5f   max %8.5f", spread.min(), spread.median(), spread.max());
        }
    }
}
