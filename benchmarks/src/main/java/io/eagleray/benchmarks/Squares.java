package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * (a) Many calls that do next to nothing. The remote functions of all figures ask for no CPU, as the actors of Python's
 * pool do: so the workers of both sides stay warm beside each other.
 */
final class Squares {
    private static final int COUNT = 10_000;
    private static final int RAW_COUNT = 2_000;
    private static final int WARM = 256;
    private static final Bar POOL = new Bar.AtMost(0.7);
    private static final Bar EACH = new Bar.AtMost(1.0 / 500);

    private Squares() {}

    @Remote(numCpus = 0)
    static int square(int x) {
        return x * x;
    }

    /** How many nanoseconds a map takes whose workers are up, as a pool's are. */
    @Task
    static long map(int count) {
        List<Integer> inputs = IntStream.range(0, count).boxed().toList();
        Parallel.map(inputs.subList(0, Math.min(count, WARM)), SquaresTasks::square);
        long start = System.nanoTime();
        List<Integer> squares = Parallel.map(inputs, SquaresTasks::square);
        long nanos = System.nanoTime() - start;
        if (squares.get(count - 1) != (count - 1) * (count - 1)) {
            throw new IllegalStateException("wrong: " + squares);
        }
        return nanos;
    }

    /** Whether the bar beside the pool holds. */
    static boolean measure(Sides sides) {
        return new Comparison(
                        String.format("(a) map of %,d × square", COUNT),
                        new Step("Python's Pool.map", sides.python("squares", COUNT)),
                        new Step("Parallel.map", sides.ours(SquaresTasks.map(COUNT))),
                        POOL)
                .run(new Rounds(200, 15), sides.out());
    }

    /** Whether the bar beside tasks of Ray's own holds. */
    static boolean measureEach(Sides sides) {
        return new Comparison(
                        "(a) one of many × square",
                        new Step(
                                String.format("Ray.task, each of %,d", RAW_COUNT),
                                sides.raw("squares", RAW_COUNT).per(RAW_COUNT)),
                        new Step(
                                String.format("Parallel.map, each of %,d", COUNT),
                                sides.ours(SquaresTasks.map(COUNT)).per(COUNT)),
                        EACH)
                .run(new Rounds(2, 7), sides.out());
    }
}
