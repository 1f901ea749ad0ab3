package io.eagleray.benchmarks;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Resources;
import io.eagleray.Task;
import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Progress;
import io.eagleray.client.State;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** (c) Many submissions at once to one cluster, which nobody has made before and which has not place for all. */
final class Crowd {
    private static final int COUNT = 20;
    private static final String NAME = "crowd";

    private final Namespace namespace;
    private final Set<String> reasons = new ConcurrentSkipListSet<>();
    private int pending;

    private Crowd(Namespace namespace) {
        this.namespace = namespace;
    }

    /** Takes its time. */
    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }))
    static int square(int x) throws InterruptedException {
        Thread.sleep(1_000);
        return x * x;
    }

    /** Whether all are right, on one cluster, and some waited for its memory while others ran. */
    static boolean measure(Namespace namespace) {
        namespace.clear();
        return new Crowd(namespace).measure();
    }

    private boolean measure() {
        namespace.out().println();
        namespace.out().printf("(c) %d submissions at once to one cluster%n", COUNT);
        Rows rows = new Rows(namespace.out());
        Path names = namespace.kubectl().folder().resolve("rayjobs");
        Process watch = namespace.watch(names);
        try (Eagleray eagleray = connect()) {
            long start = System.nanoTime();
            int right = new Submissions(eagleray, COUNT, COUNT)
                    .right(CrowdTasks::square, results -> look(eagleray, results));
            rows.print(
                    "together, with the making of the cluster",
                    String.format("%.1f s", (System.nanoTime() - start) / 1e9));
            rows.print("right", right);
            List<String> made = made(Sources.read(names));
            rows.print("RayJobs made", made.size());
            rows.print("pending while others ran, at most", pending);
            Set<String> forMemory =
                    reasons.stream().filter(reason -> reason.contains("memory")).collect(Collectors.toSet());
            rows.print("for the reason", forMemory.stream().findFirst().orElse("none, but " + reasons));
            return rows.verdict(
                    "all right, one RayJob, some pending for memory",
                    right == COUNT && made.size() == 1 && pending > 0 && !forMemory.isEmpty());
        } finally {
            watch.destroy();
        }
    }

    /** The RayJobs that a watch has seen of the crowd, each once. */
    static List<String> made(String watched) {
        return watched.lines()
                .filter(line -> line.startsWith("rayjob.ray.io/" + NAME + "-"))
                .distinct()
                .toList();
    }

    private Eagleray connect() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("EAGLERAY_IMAGE", Namespace.image(variables));
        return Eagleray.builder()
                .backend(namespace.kept(NAME))
                .variables(variables)
                .progress(this::see)
                .application(namespace.places().application())
                .connect();
    }

    private void see(Progress progress) {
        if (progress.what().equals("pending")) {
            reasons.add(progress.message());
        }
    }

    private void look(Eagleray eagleray, List<Future<Integer>> results) throws InterruptedException {
        while (!results.stream().allMatch(Future::isDone)) {
            look(eagleray.executions());
            Thread.sleep(1_000);
        }
    }

    private void look(List<ExecutionSummary> executions) {
        if (count(executions, State.RUNNING) > 0) {
            pending = Math.max(pending, count(executions, State.PENDING));
        }
    }

    private static int count(List<ExecutionSummary> executions, State state) {
        return (int) executions.stream().filter(each -> each.state() == state).count();
    }
}
