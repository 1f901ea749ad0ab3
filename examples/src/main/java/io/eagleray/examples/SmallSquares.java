package io.eagleray.examples;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Resources;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.stream.IntStream;

/** The squares on a Kubernetes that has two CPUs: five workers as well, scaled down, and nothing to install. */
public final class SmallSquares {
    private SmallSquares() {}

    /**
     * The squares of the first numbers.
     *
     * @param n how many
     * @return the squares of 0 to n - 1
     */
    @Task(
            description = "The squares of the first n numbers, on a cluster that two CPUs have room for",
            requests = @Resources(cpu = "100m", memory = "512Mi"),
            limits = @Resources(cpu = "2", memory = "2Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }),
            workerNodeConfig =
                    @WorkerNodeConfig(
                            groupName = "ray-group",
                            replicas = 5,
                            minReplicas = 2,
                            maxReplicas = 10,
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }))
    public static List<Integer> squares(int n) {
        return Parallel.map(IntStream.range(0, n).boxed().toList(), SquaresTasks::square);
    }
}
