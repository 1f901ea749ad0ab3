package io.eagleray.testing;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.Resources;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.parallel.Parallel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.IntStream;

/** A task that goes on when it loses a worker. */
final class Enduring {
    private Enduring() {}

    /** Says where it begins. */
    @Remote
    static int square(int n, int millis) throws UnknownHostException, InterruptedException {
        System.out.println(
                "square of " + n + " on " + InetAddress.getLocalHost().getHostName());
        Thread.sleep(millis);
        return n * n;
    }

    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }),
            workerNodeConfig =
                    @WorkerNodeConfig(
                            groupName = "small",
                            replicas = 1,
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }))
    static List<Integer> squares(int calls, int millis) {
        return Parallel.map(IntStream.range(0, calls).boxed().toList(), i -> EnduringTasks.square(i, millis));
    }
}
