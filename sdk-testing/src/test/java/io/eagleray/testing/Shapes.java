package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import io.eagleray.parallel.Parallel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Slow calls until a file is there; whether each gave its own number. */
    @Task
    static boolean slowOnes(String enough) {
        Stream<Integer> numbers =
                Stream.iterate(0, number -> number + 1).takeWhile(any -> !Files.exists(Path.of(enough)));
        List<Integer> results =
                Parallel.stream(numbers, ShapesTasks::slow).sorted().toList();
        return results.equals(IntStream.range(0, results.size()).boxed().toList());
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
