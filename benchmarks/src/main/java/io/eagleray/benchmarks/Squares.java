package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many calls that do next to nothing. The remote functions of all figures ask for no CPU, as the actors of Python's pool
 * do: so the workers of both sides stay warm beside each other.
 */
final class Squares {
    private static final int WARM = 256;

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
}
