package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import io.eagleray.parallel.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Work for workers of two shapes that need the same CPUs. */
final class Shapes {
    private static final Duration NOW = Duration.ofMillis(1);

    private Shapes() {}

    @Remote
    static int slow(int number) throws InterruptedException {
        Thread.sleep(50);
        return number;
    }

    @Remote(memory = "100Mi")
    static int roomy(int number) {
        return number;
    }

    @Remote(numCpus = 2)
    static int slowAndWide(int number) throws InterruptedException {
        return slow(number);
    }

    /** So many slow calls, of a CPU or of two each, and how many of them gave their own number. */
    @Task
    static int slowOnes(int count, boolean wide) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        List<Integer> results = Parallel.map(numbers, wide ? ShapesTasks::slowAndWide : ShapesTasks::slow);
        return (int) numbers.stream()
                .filter(number -> results.get(number).equals(number))
                .count();
    }

    /**
     * What became of both.
     *
     * @param slowResults how many slow calls gave their own number
     * @param slowWaiting how many of them had not ended when those of the other shape had
     */
    record Both(int slowResults, int slowWaiting) {}

    /** Fills all CPUs with calls of one shape, and makes calls of another meanwhile. */
    @Task
    static Both both(int slow, int roomy) {
        List<Ref<Integer>> many = IntStream.range(0, slow)
                .mapToObj(number -> Parallel.submit(ShapesTasks.slow(number)))
                .toList();
        many.get(0).get();
        List<Integer> numbers = IntStream.range(0, roomy).boxed().toList();
        if (!Parallel.map(numbers, ShapesTasks::roomy).equals(numbers)) {
            throw new IllegalStateException("wrong results");
        }
        int waiting = Parallel.await(many, many.size(), NOW).pending().size();
        List<Integer> results = Parallel.get(many);
        int right = (int) IntStream.range(0, slow)
                .filter(number -> results.get(number) == number)
                .count();
        return new Both(right, waiting);
    }
}
