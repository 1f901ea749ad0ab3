package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import io.eagleray.parallel.Parallel;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Work that spreads over nodes, and tells on which one it was done. */
final class Nodes {
    static final Duration PREPARATION = Duration.ofSeconds(1);

    private static final int LENGTH = 100_000;

    private Nodes() {}

    /**
     * What became of an item.
     *
     * @param number its number, looked up in what all items share
     * @param node the process id of its worker's node
     */
    record Visit(int number, long node) {}

    @Remote
    static Visit visit(int number, int[] shared) throws InterruptedException {
        Thread.sleep(20);
        long node = ProcessHandle.current().parent().orElseThrow().pid();
        return new Visit(shared[number], node);
    }

    @Task
    static List<Visit> visits(int count) {
        Ref<int[]> shared = Parallel.put(IntStream.range(0, LENGTH).toArray());
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        return Parallel.map(numbers, number -> NodesTasks.visitRef(Ref.of(number), shared));
    }

    /** Much for a node to hold, which takes its time to be fetched. */
    @Remote
    static byte[] load(int bytes, String marks) throws IOException, InterruptedException {
        long node = ProcessHandle.current().parent().orElseThrow().pid();
        Marks.leave(marks, String.valueOf(node));
        Thread.sleep(PREPARATION.toMillis());
        return new byte[bytes];
    }

    /** Loads one after the other on both nodes; how many bytes came. */
    @Task
    static long loads(int count, int bytes, String marks) {
        List<Integer> sizes = Collections.nCopies(count, bytes);
        return Parallel.map(sizes, size -> NodesTasks.load(size, marks)).stream()
                .mapToLong(load -> load.length)
                .sum();
    }
}
