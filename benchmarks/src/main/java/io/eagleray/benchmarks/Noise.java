package io.eagleray.benchmarks;

import io.eagleray.Task;
import io.eagleray.benchmarks.Peer.Answer;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import java.util.Arrays;
import java.util.Random;

/** (c) A large result comes back to a client with a small heap. */
public final class Noise {
    private static final int MEGABYTES = 64;
    private static final String HEAP = "-Xmx256m";
    private static final int RUNS = 5;

    private Noise() {}

    /** Bytes that nothing makes smaller. */
    @Task
    static byte[] make(int megabytes) {
        byte[] noise = new byte[megabytes << 20];
        new Random(megabytes).nextBytes(noise);
        return noise;
    }

    /**
     * Answers requests on standard input until it ends, as {@link Peer} makes them.
     *
     * @param arguments the address of a Ray
     */
    public static void main(String[] arguments) {
        Requests requests = Requests.read();
        Eagleray eagleray = Eagleray.connect(arguments[0]);
        requests.answer((what, megabytes) -> fetch(eagleray, megabytes));
    }

    /** Only the way back is timed: the task has ended before. */
    private static String fetch(Eagleray eagleray, int megabytes) throws InterruptedException {
        Execution<byte[]> execution = eagleray.submit(NoiseTasks.make(megabytes));
        while (!execution.state().ended()) {
            Thread.sleep(200);
        }
        long start = System.nanoTime();
        byte[] result = execution.result();
        long nanos = System.nanoTime() - start;
        if (!Arrays.equals(result, make(megabytes))) {
            throw new IllegalStateException("the result is not what was sent");
        }
        return nanos + " " + Numbers.peak();
    }

    /** Whether it comes back. */
    static boolean measure(Cluster cluster) {
        cluster.out().println();
        cluster.out().printf("(c) a result of %d MB, to a client with %s%n", MEGABYTES, HEAP);
        Rows rows = new Rows(cluster.out());
        double[] rates = new double[RUNS];
        String peak = "";
        try (Peer client = client(cluster)) {
            for (int run = 0; run < RUNS; run++) {
                Answer answer = client.ask("noise", MEGABYTES);
                rates[run] = MEGABYTES / (answer.time().toNanos() / 1e9);
                peak = answer.remark();
            }
        }
        Spread spread = Spread.of(rates);
        rows.print(
                "Execution.result",
                String.format("min %.0f   median %.0f   max %.0f MB/s", spread.min(), spread.median(), spread.max()));
        rows.print("peak of the heap, at most", peak);
        return rows.verdict("comes back", true);
    }

    private static Peer client(Cluster cluster) {
        return Peer.start(
                cluster.variables(),
                cluster.places().work().resolve("noise"),
                Places.tool("java"),
                HEAP,
                "-cp",
                cluster.places().classPath(),
                Noise.class.getName(),
                cluster.address());
    }
}
