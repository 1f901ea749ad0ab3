package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.parallel.Parallel;

/** (b) One call at a time: each waits for the one before. */
final class Calls {
    private static final int COUNT = 300;
    private static final int WARM = 50;
    private static final int BYTES = 100;
    private static final Bar BAR = new Bar.AtMost(0.5);

    private Calls() {}

    @Remote(numCpus = 0)
    static byte[] echo(byte[] bytes) {
        return bytes;
    }

    /** How many nanoseconds calls take. */
    @Task
    static long oneByOne(int count) {
        makeCalls(WARM);
        long start = System.nanoTime();
        makeCalls(count);
        return System.nanoTime() - start;
    }

    private static void makeCalls(int count) {
        byte[] bytes = new byte[BYTES];
        for (int call = 0; call < count; call++) {
            if (Parallel.submit(CallsTasks.echo(bytes)).get().length != BYTES) {
                throw new IllegalStateException("a wrong answer");
            }
        }
    }

    /** Whether the bar holds. */
    static boolean measure(Sides sides) {
        return new Comparison(
                        "(b) one call with byte[] at a time, each of " + COUNT,
                        new Step("Ray.task", sides.raw("calls", COUNT).per(COUNT)),
                        new Step(
                                "Parallel.submit",
                                sides.ours(CallsTasks.oneByOne(COUNT)).per(COUNT)),
                        BAR)
                .run(new Rounds(40, 15), sides.out());
    }
}
