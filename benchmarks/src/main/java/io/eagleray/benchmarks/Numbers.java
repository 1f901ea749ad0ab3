package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.benchmarks.Peer.Answer;
import io.eagleray.parallel.Parallel;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Collections;
import java.util.Comparator;
import java.util.stream.IntStream;

/** (c) A lazy stream of more inputs than the heaps of {@link SmallHeaps} hold. */
final class Numbers {
    private static final int COUNT = 10_000_000;
    private static final int ASKED = 256;

    private Numbers() {}

    @Remote(memory = SmallHeaps.MEMORY)
    static long twice(int x) {
        return 2L * x;
    }

    /**
     * What a heap held at its fullest; at most, for its parts may have been full at different times.
     *
     * @param used bytes
     * @param limit the most that it may hold
     */
    record Peak(long used, long limit) {
        @Override
        public String toString() {
            return (used >> 20) + " of " + (limit >> 20) + " MB";
        }
    }

    @Remote(memory = SmallHeaps.MEMORY)
    static Peak peak() {
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Peak(used, Runtime.getRuntime().maxMemory());
    }

    /** Streams; gives nanoseconds, and the peaks of the heaps. */
    static String sum(int count) {
        long start = System.nanoTime();
        long sum = Parallel.stream(IntStream.range(0, count).boxed(), NumbersTasks::twice)
                .mapToLong(Long::longValue)
                .sum();
        long nanos = System.nanoTime() - start;
        if (sum != (long) count * (count - 1)) {
            throw new IllegalStateException("wrong: " + sum);
        }
        Peak workers = Parallel.map(Collections.nCopies(ASKED, 0), any -> NumbersTasks.peak()).stream()
                .max(Comparator.comparing(Peak::used))
                .orElseThrow();
        return nanos + " driver " + peak() + ", workers " + workers;
    }

    /** Whether it comes to its end. */
    static boolean measure(Sides sides) {
        sides.out().println();
        sides.out().printf("(c) stream of %,d × int, summed, with heaps of 256 MB%n", COUNT);
        Rows rows = new Rows(sides.out());
        try (Peer small = sides.smallHeaps().get()) {
            Answer answer = small.ask("stream", COUNT);
            rows.print("Parallel.stream", String.format("%.1f s", answer.time().toMillis() / 1000.0));
            rows.print("peaks of the heaps, at most", answer.remark());
            return rows.verdict("finishes", true);
        }
    }
}
