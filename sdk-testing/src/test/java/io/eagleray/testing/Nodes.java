package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.stream.IntStream;

/** Work that spreads over nodes, and tells on which one it was done. */
final class Nodes {
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
}
