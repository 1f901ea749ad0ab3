package io.eagleray.benchmarks;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Resources;
import io.eagleray.Task;

/** Next to nothing, on a head alone. Its class is loaded in the pod, so it needs nothing else of the benchmarks. */
final class HeadAlone {
    private HeadAlone() {}

    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }))
    static int next(int n) {
        return n + 1;
    }
}
