package io.eagleray.testing;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.RuntimeEnv;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.driver.TaskContext;
import io.eagleray.parallel.Parallel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tasks of a Flyte that has Ray. */
final class FlyteChores {
    /** In its place the port of the test's own head is written. */
    static final String PORT = "64999";

    private FlyteChores() {}

    record Told(List<Long> squares, Map<String, Long> processes, String execution, int attempt, boolean isInFolder) {}

    @Remote
    static long square(long x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
        }
        return x * x;
    }

    @Remote
    static long process(int n) {
        return ProcessHandle.current().pid();
    }

    @Task
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(rayStartParams = @RayStartParam(key = "dashboard-port", value = PORT)),
            workerNodeConfig = @WorkerNodeConfig(groupName = "small", replicas = 1),
            runtimeEnv = @RuntimeEnv(workingDir = "src/main/java"))
    static Told onWorkers(List<Long> numbers) {
        Map<String, Long> processes = new TreeMap<>();
        processes.put("driver", ProcessHandle.current().pid());
        processes.put("worker", Parallel.submit(FlyteChoresTasks.process(1)).get());
        TaskContext context = TaskContext.current();
        return new Told(
                Parallel.map(numbers, FlyteChoresTasks::square),
                processes,
                context.executionId(),
                context.attempt(),
                Files.isDirectory(Path.of("io/eagleray/testing")));
    }
}
