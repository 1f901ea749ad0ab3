package io.eagleray.driver.ray;

import io.eagleray.parallel.WorkerShape;
import java.util.List;

/** How much Java heap a worker gets: most of the memory that its function asks for, else what its node gives to each. */
final class WorkerHeap {
    /** Below this, Ray's own part of a worker does not live well. */
    private static final long LEAST = 256L << 20;

    private WorkerHeap() {}

    /** A quarter of the memory is for what a JVM needs beside its heap. */
    static List<String> options(WorkerShape shape) {
        long heap = Math.max(LEAST, shape.memoryBytes() / 4 * 3);
        return shape.memoryBytes() == 0 ? List.of() : List.of("-Xmx" + (heap >> 20) + "m");
    }
}
