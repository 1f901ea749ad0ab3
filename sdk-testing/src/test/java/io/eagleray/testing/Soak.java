package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Outcome;
import io.eagleray.parallel.Parallel;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Uses one connection to a real Ray for a long time, in every way, and measures whether anything grows. Not part of the
 * tests: the profile {@code soak} runs it, for as many minutes as {@code soak.minutes} says.
 */
final class Soak {
    private static final Duration LENGTH =
            Duration.ofSeconds(Math.round(60 * Double.parseDouble(System.getProperty("soak.minutes", "15"))));

    private static final int RESTS = 3;

    @Remote
    static int square(int x) {
        return x * x;
    }

    @Remote
    static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Remote
    static int refuseOdd(int x) {
        if (x % 2 == 1) {
            throw new IllegalStateException("odd: " + x);
        }
        return x;
    }

    @Remote
    static int sleep(int millis) throws InterruptedException {
        Thread.sleep(millis);
        return millis;
    }

    @Task
    static long round(int items) {
        List<Integer> numbers = IntStream.range(0, items).boxed().toList();
        long total = Parallel.map(numbers, SoakTasks::square).stream()
                .mapToLong(Integer::longValue)
                .sum();
        try (Stream<Integer> squares = Parallel.stream(numbers.stream(), SoakTasks::square)) {
            total -= squares.mapToLong(Integer::longValue).sum();
        }
        Ref<double[]> ones = Parallel.put(ones());
        total += (long) Parallel.map(numbers.subList(0, 10), x -> SoakTasks.sumRef(ones)).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        total += Parallel.outcomes(numbers.subList(0, 10), SoakTasks::refuseOdd).stream()
                .filter(Outcome.Failed.class::isInstance)
                .count();
        return total;
    }

    /** Ends while a call still runs, whose worker is ended with it. */
    @Task
    static int unwanted() {
        Parallel.submit(SoakTasks.sleep(60_000)).cancel();
        return 1;
    }

    /** Takes so long that it is given to as many workers as there can be. */
    @Task
    static int allWorkers() {
        return Parallel.map(List.of(1_000, 1_000, 1_000, 1_000), SoakTasks::sleep)
                .size();
    }

    private static double[] ones() {
        double[] ones = new double[100_000];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void nothingGrows() throws InterruptedException {
        Instant began = Instant.now();
        try (Eagleray eagleray = Eagleray.connect("local?ray=2.60.0&cpus=2")) {
            int rounds = work(eagleray, began.plus(LENGTH.dividedBy(3)));
            Footprint early = leastAtRest(eagleray);
            rounds += work(eagleray, began.plus(LENGTH));
            Footprint late = leastAtRest(eagleray);
            System.out.println(rounds + " rounds in " + LENGTH + "\n  early " + early + "\n  late  " + late);
            assertThat(late.growthSince(early)).as(early + " -> " + late).isEmpty();
        }
    }

    private static Footprint leastAtRest(Eagleray eagleray) throws InterruptedException {
        Footprint least = atRest(eagleray);
        for (int rests = 1; rests < RESTS; rests++) {
            least = least.least(atRest(eagleray));
        }
        return least;
    }

    /** With as many workers each time, all of which have run something: they hold more than one that is just started. */
    private static Footprint atRest(Eagleray eagleray) throws InterruptedException {
        assertThat(eagleray.run(SoakTasks.allWorkers())).isEqualTo(4);
        return Footprint.atRest();
    }

    private static int work(Eagleray eagleray, Instant end) {
        int rounds = 0;
        for (; Instant.now().isBefore(end); rounds++) {
            if (rounds % 10 == 0) {
                assertThat(eagleray.run(SoakTasks.unwanted())).isEqualTo(1);
            }
            assertThat(eagleray.run(SoakTasks.round(2_000))).isEqualTo(1_000_005);
        }
        return rounds;
    }
}
