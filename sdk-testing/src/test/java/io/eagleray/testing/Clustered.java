package io.eagleray.testing;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.Resources;
import io.eagleray.Reuse;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.driver.TaskContext;
import io.eagleray.parallel.NamedValue;
import io.eagleray.parallel.Parallel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Tasks that are content with small clusters. */
final class Clustered {
    private static final NamedValue<String> LEFT = NamedValue.of("left", String.class);

    private Clustered() {}

    /** Takes its time, so that all workers take part. */
    @Remote
    static String host(int millis) throws UnknownHostException, InterruptedException {
        Thread.sleep(millis);
        return InetAddress.getLocalHost().getHostName();
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
    static Set<String> hosts(int calls) {
        TaskContext.current().logger().info("asking {} times", calls);
        return new TreeSet<>(Parallel.map(IntStream.range(0, calls).boxed().toList(), i -> ClusteredTasks.host(500)));
    }

    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }))
    static List<Integer> alone(int n, long millis) throws InterruptedException {
        TaskContext.current().logger().info("begun with {}", n);
        Thread.sleep(millis);
        if (n < 0) {
            throw new IllegalArgumentException("negative: " + n, new IllegalStateException("the cause"));
        }
        return IntStream.range(0, n).boxed().toList();
    }

    /** Does it at the second attempt. */
    @Task(
            requests = @Resources(cpu = "100m", memory = "512Mi"),
            limits = @Resources(cpu = "2", memory = "3Gi"),
            retries = 1)
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }))
    static String atLast(String what) {
        int attempt = TaskContext.current().attempt();
        if (attempt < 2) {
            throw new IllegalStateException("not yet: " + what);
        }
        return what + " at attempt " + attempt;
    }

    /** Shares its cluster with the next, and leaves something there. */
    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }),
            reuse = @Reuse(name = "shared", idleTtl = "20s"))
    static List<Integer> sharing(int n, long millis) throws InterruptedException {
        LEFT.put(n + " were here");
        return alone(n, millis);
    }

    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }),
            reuse = @Reuse(name = "shared", idleTtl = "20s"))
    static String sharingToo() {
        return LEFT.get();
    }

    /** Its cluster goes a second after its end, whoever has fetched what it returns. */
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
                            }),
            ttlSecondsAfterFinished = 1)
    static void fleeting(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** Is kept for a look when it has failed. */
    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }),
            keepOnFailure = "10s")
    static void failing() {
        throw new IllegalStateException("look at me");
    }

    /** Asks for more than there is. */
    @Task(requests = @Resources(cpu = "1000"))
    static void greedy() {}
}
