package io.eagleray.examples;

import io.eagleray.RayJobConfig;
import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.client.Eagleray;
import io.eagleray.driver.TaskContext;
import io.eagleray.parallel.Parallel;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** π by the Monte-Carlo method: the part of random points of a square that lies in its circle. */
public final class Pi {
    private static final long POINTS_PER_BATCH = 1_000_000;

    private Pi() {}

    /** Counts the points of one batch that lie in the circle; one seed always gives the same points. */
    @Remote(retries = 2)
    static long inside(long seed, long points) {
        SplittableRandom random = new SplittableRandom(seed);
        long inside = 0;
        for (long i = 0; i < points; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            if (x * x + y * y <= 1) {
                inside++;
            }
        }
        return inside;
    }

    /**
     * An estimate of π.
     *
     * @param batches how many batches of a million points to look at; at least one
     * @param seed where the random numbers start: equal seeds give equal estimates
     * @return the estimate
     */
    @Task(description = "Pi by the Monte-Carlo method, from batches of a million points", timeout = "1h")
    @RayJobConfig(workerNodeConfig = @WorkerNodeConfig(groupName = "pi", replicas = 2))
    public static double pi(int batches, long seed) {
        if (batches < 1) {
            throw new IllegalArgumentException("batches is " + batches + ": at least one is needed");
        }
        TaskContext context = TaskContext.current();
        Iterator<Long> counts = Parallel.stream(
                        LongStream.range(seed, seed + batches).boxed(),
                        batch -> PiTasks.inside(batch, POINTS_PER_BATCH))
                .iterator();
        long inside = 0;
        for (int done = 1; counts.hasNext(); done++) {
            inside += counts.next();
            context.progress(done, batches, "pi is about " + estimate(inside, done));
        }
        return estimate(inside, batches);
    }

    private static double estimate(long inside, long batches) {
        return 4.0 * inside / (batches * POINTS_PER_BATCH);
    }

    /**
     * Runs it from an IDE.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (Eagleray eagleray = Eagleray.builder()
                .progress(progress -> System.err.println(progress.message()))
                .connect()) {
            System.out.println(eagleray.run(PiTasks.pi(200, 1)));
        }
    }
}
