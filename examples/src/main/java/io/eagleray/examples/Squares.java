package io.eagleray.examples;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.RuntimeEnv;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.client.Eagleray;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.stream.IntStream;

/** Squares, computed by Ray's workers and put together by the driver. */
public final class Squares {
    private Squares() {}

    @Remote
    static int square(int x) {
        return x * x;
    }

    /**
     * The squares of the first numbers.
     *
     * @param n how many
     * @return the squares of 0 to n - 1
     */
    @Task(description = "The squares of the first n numbers")
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(rayStartParams = @RayStartParam(key = "block", value = "true")),
            workerNodeConfig =
                    @WorkerNodeConfig(groupName = "ray-group", replicas = 5, minReplicas = 2, maxReplicas = 10),
            runtimeEnv = @RuntimeEnv(pip = {"numpy", "pandas"}))
    public static List<Integer> squares(int n) {
        return Parallel.map(IntStream.range(0, n).boxed().toList(), SquaresTasks::square);
    }

    /**
     * Runs it from an IDE.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (Eagleray eagleray = Eagleray.connect()) {
            System.out.println(eagleray.run(SquaresTasks.squares(10)));
        }
    }
}
