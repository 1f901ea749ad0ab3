package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.call.Ref;
import io.eagleray.client.EaglerayException;
import io.eagleray.parallel.Parallel;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** (d) One large value for many calls. */
final class Sharing {
    private static final int CALLS = 1_000;
    private static final int WARM = 64;
    private static final int LENGTH = 6_250_000; // 50 MB
    private static final int STRIDE = 6_250;
    private static final Bar BAR = new Bar.AtMost(1);

    private Sharing() {}

    /** Looks at few of the numbers: what is measured is how they get there. */
    @Remote(numCpus = 0)
    static double sample(double[] numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i += STRIDE) {
            sum += numbers[i];
        }
        return sum;
    }

    /** Nanoseconds to put the numbers once, and to make all calls with the ref. */
    @Task
    static long byRef(int calls) {
        double[] numbers = numbers();
        return nanos(() -> {
            Ref<double[]> ref = Parallel.put(numbers);
            return Parallel.map(Collections.nCopies(calls, ref), SharingTasks::sampleRef);
        });
    }

    /** Nanoseconds to make all calls with the numbers themselves. */
    @Task
    static long byValue(int calls) {
        double[] numbers = numbers();
        return nanos(() -> Parallel.map(Collections.nCopies(calls, numbers), SharingTasks::sample));
    }

    private static double[] numbers() {
        return IntStream.range(0, LENGTH).asDoubleStream().toArray();
    }

    private static long nanos(Supplier<List<Double>> calls) {
        double expected = sample(numbers());
        Parallel.map(Collections.nCopies(WARM, new double[0]), SharingTasks::sample); // the workers are up
        long start = System.nanoTime();
        List<Double> sums = calls.get();
        long nanos = System.nanoTime() - start;
        if (!sums.stream().allMatch(sum -> sum == expected)) {
            throw new IllegalStateException("wrong: " + sums);
        }
        return nanos;
    }

    /** Whether the bar holds. */
    static boolean measure(Sides sides) {
        boolean holds = new Comparison(
                        String.format("(d) a double[] of 50 MB for %,d calls", CALLS),
                        new Step("Python: ray.put, Pool.map with ray.get", sides.python("sharing", CALLS)),
                        new Step("Parallel.put, Parallel.map with the Ref", sides.ours(SharingTasks.byRef(CALLS))),
                        BAR)
                .run(new Rounds(20, 9), sides.out());
        new Rows(sides.out()).print("Parallel.map with the array itself, once", byValue(sides));
        return holds;
    }

    private static Object byValue(Sides sides) {
        try {
            return new Series(List.of(sides.ours(SharingTasks.byValue(CALLS)).time()));
        } catch (EaglerayException e) {
            return "fails: " + e.getMessage();
        }
    }
}
