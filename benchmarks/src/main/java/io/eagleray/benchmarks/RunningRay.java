package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.parallel.Parallel;
import java.io.File;
import java.util.Arrays;
import java.util.Map;

/**
 * The Ray that everything runs on, as one of its workers knows it: what a peer needs to connect to it, too.
 *
 * @param address the address of its control service
 * @param token its token
 * @param rayDist its {@code ray_dist.jar}
 */
record RunningRay(String address, String token, String rayDist) {

    @Remote
    static RunningRay seenByWorker() {
        String jars = System.getProperty("java.class.path", "");
        return new RunningRay(
                System.getProperty("ray.address", ""),
                System.getenv().getOrDefault("RAY_AUTH_TOKEN", ""),
                Arrays.stream(jars.split(File.pathSeparator))
                        .filter(jar -> jar.endsWith("ray_dist.jar"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("a worker without ray_dist.jar: " + jars)));
    }

    @Task
    static RunningRay ask() {
        return Parallel.submit(RunningRayTasks.seenByWorker()).get();
    }

    /** For a peer's environment: nothing of this may stand in its arguments. */
    Map<String, String> variables() {
        return Map.of(
                "RAY_ADDRESS",
                address,
                "RAY_AUTH_MODE",
                "token",
                "RAY_AUTH_TOKEN",
                token,
                "RAY_USAGE_STATS_ENABLED",
                "0");
    }

    @Override
    public String toString() {
        return "the Ray at " + address;
    }
}
