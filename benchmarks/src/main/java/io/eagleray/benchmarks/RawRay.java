package io.eagleray.benchmarks;

import io.ray.api.ObjectRef;
import io.ray.api.Ray;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What a Java user of Ray has without this SDK. A program of its own, with Ray's own library on its class path. */
public final class RawRay {
    private static final File UNPACKED = new File("/tmp/ray");
    private static final int BYTES = 100;

    private RawRay() {}

    /**
     * Answers requests on standard input until it ends, as {@link Peer} makes them.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Requests requests = Requests.read();
        connect();
        requests.answer(RawRay::measure);
    }

    /** Connects to a Ray that is there. */
    static void connect() {
        if (System.getProperty("ray.address") == null) { // Ray would start one, and end every Ray of this machine
            throw new IllegalArgumentException("start it with -Dray.address=HOST:PORT");
        }
        long before = System.currentTimeMillis();
        Ray.init();
        deleteUnpacked(before, System.currentTimeMillis());
    }

    /** Ray unpacks its native library, 40 MB, into a folder named by the time, and leaves it there. */
    private static void deleteUnpacked(long from, long to) {
        for (File folder : Objects.requireNonNullElse(UNPACKED.listFiles(), new File[0])) {
            boolean ours = folder.getName().matches("[0-9]{1,18}")
                    && Long.parseLong(folder.getName()) >= from
                    && Long.parseLong(folder.getName()) <= to;
            if (ours) {
                Sources.delete(folder.toPath());
            }
        }
    }

    private static String measure(String what, int count) {
        long start = System.nanoTime();
        switch (what) {
            case "squares" -> squares(count);
            case "calls" -> calls(count);
            default -> throw new IllegalArgumentException(what);
        }
        return String.valueOf(System.nanoTime() - start);
    }

    /**
     * A task.
     *
     * @param x a number
     * @return its square
     */
    public static int square(int x) {
        return x * x;
    }

    /** As many at once as there are; without a CPU each, Ray would start a JVM for each that waits. */
    static List<Integer> squares(int count) {
        List<ObjectRef<Integer>> refs = IntStream.range(0, count)
                .mapToObj(
                        x -> Ray.task(RawRay::square, x).setResource("CPU", 1.0).remote())
                .toList();
        List<Integer> squares = Ray.get(refs);
        if (squares.get(count - 1) != (count - 1) * (count - 1)) {
            throw new IllegalStateException("wrong: " + squares);
        }
        return squares;
    }

    /**
     * A task.
     *
     * @param bytes some bytes
     * @return the same
     */
    public static byte[] echo(byte[] bytes) {
        return bytes;
    }

    private static void calls(int count) {
        byte[] bytes = new byte[BYTES];
        for (int call = 0; call < count; call++) {
            if (Ray.task(RawRay::echo, bytes).remote().get().length != BYTES) {
                throw new IllegalStateException("a wrong answer");
            }
        }
    }
}
