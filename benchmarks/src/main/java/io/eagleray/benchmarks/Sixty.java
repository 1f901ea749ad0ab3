package io.eagleray.benchmarks;

import io.eagleray.Task;
import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** (d) Many submissions, some of them at the same time. */
final class Sixty {
    private static final int COUNT = 60;
    private static final int AT_ONCE = 8;
    private static final Duration REST = Duration.ofSeconds(60);

    private Sixty() {}

    /** The square of an item, which says in a journal that it has begun and ended. */
    @Task
    static int square(int item, String journal) {
        Journal entries = new Journal(Path.of(journal));
        entries.begun(item);
        entries.ended(item);
        return item * item;
    }

    /** Whether all are right, none ran twice, and nothing is left. */
    static boolean measure(Cluster cluster) {
        cluster.out().println();
        cluster.out().printf("(d) %d submissions, %d at a time%n", COUNT, AT_ONCE);
        Rows rows = new Rows(cluster.out());
        Journal journal =
                new Journal(Sources.in(cluster.places().work().resolve("sixty")).write("journal", ""));
        try (Eagleray eagleray = connect(cluster)) {
            long start = System.nanoTime();
            int right = new Submissions(eagleray, COUNT, AT_ONCE)
                    .right(item -> SixtyTasks.square(item, journal.file().toString()), results -> {});
            rows.print("together", String.format("%.1f s", (System.nanoTime() - start) / 1e9));
            rows.print("right", right);
            rows.print("begun", journal.begun());
            long open = eagleray.executions().stream()
                    .map(ExecutionSummary::state)
                    .filter(state -> !state.ended())
                    .count();
            rows.print("not ended, as the cluster knows", open);
            List<String> left = left(cluster);
            rows.print("processes left on the cluster", left.isEmpty() ? "none" : left);
            return rows.verdict(
                    "all right, none twice, nothing left",
                    right == COUNT && journal.begun() == COUNT && open == 0 && left.isEmpty());
        }
    }

    private static Eagleray connect(Cluster cluster) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(cluster.variables());
        return Eagleray.builder()
                .backend(cluster.address())
                .variables(variables)
                .application(cluster.places().application())
                .connect();
    }

    /** Java processes of the cluster, as soon as there are none, or after a while. */
    private static List<String> left(Cluster cluster) {
        List<String> left = java(cluster);
        for (long start = System.nanoTime();
                !left.isEmpty() && System.nanoTime() - start < REST.toNanos();
                left = java(cluster)) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the cluster comes to rest", e);
            }
        }
        return left;
    }

    private static List<String> java(Cluster cluster) {
        return cluster.head().commands().stream()
                .filter(command -> command.split(" ", 2)[0].endsWith("java"))
                .toList();
    }
}
