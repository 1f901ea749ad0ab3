package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.parallel.Parallel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** (e) Items of very different lengths: how well the workers are kept busy to the end. */
final class Skew {
    private static final int ITEMS = 2_000;
    private static final long SEED = 42;
    private static final double SIGMA = 1;
    private static final double MEAN_NANOS = 5e6;
    private static final int CPUS = 2;
    private static final int RUNS = 5;
    private static final Bar BAR = new Bar.AtLeast(0.8);

    private Skew() {}

    /**
     * How long a map took, and how long the same work had taken without any loss.
     *
     * @param nanos the map
     * @param ideal the longest item, or what all took divided by the CPUs, whichever is more
     */
    record Times(long nanos, long ideal) {}

    /** Keeps a CPU busy; how long it really did. */
    @Remote(numCpus = 0)
    static long spin(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
        return System.nanoTime() - start;
    }

    @Task
    static Times map(List<Long> items) {
        Parallel.map(items.subList(0, 2 * CPUS), SkewTasks::spin); // the workers are up
        long start = System.nanoTime();
        List<Long> measured = Parallel.map(items, SkewTasks::spin);
        long nanos = System.nanoTime() - start;
        long longest = measured.stream().mapToLong(Long::longValue).max().orElseThrow();
        long share = measured.stream().mapToLong(Long::longValue).sum() / CPUS;
        return new Times(nanos, Math.max(longest, share));
    }

    /** Lognormal: the mean of such numbers is e to the (mu + sigma² / 2). */
    static List<Long> items() {
        Random random = new Random(SEED);
        double mu = Math.log(MEAN_NANOS) - SIGMA * SIGMA / 2;
        return Stream.generate(() -> Math.round(Math.exp(mu + SIGMA * random.nextGaussian())))
                .limit(ITEMS)
                .toList();
    }

    /** Whether the bar holds. */
    static boolean measure(Sides sides) {
        List<Long> items = items();
        sides.out().println();
        sides.out().printf("(e) %,d items that spin, lognormal with a mean of 5 ms, %d runs%n", ITEMS, RUNS);
        List<Duration> ours = new ArrayList<>();
        List<Duration> ideals = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Times times = sides.eagleray().run(SkewTasks.map(items));
            ours.add(Duration.ofNanos(times.nanos()));
            ideals.add(Duration.ofNanos(times.ideal()));
        }
        Series ideal = new Series(ideals);
        Series own = new Series(ours);
        Rows rows = new Rows(sides.out());
        rows.print("ideal: max(longest, Σ measured ÷ CPUs)", ideal);
        rows.print("Parallel.map", own);
        return rows.verdict("ideal ÷ ours, run by run", ideal.over(own), BAR);
    }
}
