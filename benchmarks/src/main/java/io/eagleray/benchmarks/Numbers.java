package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.benchmarks.Peer.Answer;
import io.eagleray.parallel.Parallel;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Collections;
import java.util.stream.IntStream;

/** (c) A lazy stream of more inputs than the heaps of {@link SmallHeaps} hold. */
final class Numbers {
    private static final int COUNT = 10_000_000;
    private static final int ASKED = 256;

    private Numbers() {}

    @Remote(numCpus = 0)
    static long twice(int x) {
        return 2L * x;
    }

    /** The most that this JVM's heap held; at most, for its parts may have had their peaks at different times. */
    @Remote(numCpus = 0)
    static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(Numbers::peak)
                .sum();
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
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
        long workers = Parallel.map(Collections.nCopies(ASKED, 0), any -> NumbersTasks.peakHeap()).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        return String.format("%d driver %d MB, workers %d MB", nanos, peakHeap() >> 20, workers >> 20);
    }

    /** Whether it comes to its end. */
    static boolean measure(Sides sides) {
        sides.out().println();
        sides.out().printf("(c) stream of %,d × int, summed, with %d MB heaps%n", COUNT, SmallHeaps.MEGABYTES);
        Rows rows = new Rows(sides.out());
        try (Peer small = sides.smallHeaps().get()) {
            Answer answer = small.ask("stream", COUNT);
            rows.print("Parallel.stream", String.format("%.1f s", answer.time().toMillis() / 1000.0));
            rows.print("peaks of the heaps, at most", answer.remark());
            return rows.verdict("finishes", true);
        }
    }
}
