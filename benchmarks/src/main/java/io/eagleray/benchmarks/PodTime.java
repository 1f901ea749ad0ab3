package io.eagleray.benchmarks;

import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.PodPropeller;
import io.eagleray.flyte.server.RayPlugin;
import io.eagleray.flyte.server.S3Storage;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** (c) What a task on Flyte takes in its pod beside {@code Ray.init}, and beside what comes from the storage and goes there. */
final class PodTime {
    private static final int RUNS = 5;
    private static final Bar BAR = new Bar.AtMost(0.3);

    private PodTime() {}

    /** Whether the bar holds. */
    static boolean measure(ManyTasks tasks) {
        try (Namespace namespace = Namespace.create(tasks.places(), tasks.out());
                KubernetesClient kubernetes = new KubernetesClientBuilder().build();
                S3Storage storage = S3Storage.start(
                        Sources.in(tasks.places().work().resolve("storage")).folder(), RayPlugin.host(kubernetes))) {
            Map<String, String> variables = new HashMap<>(storage.access("FLYTE_AWS_"));
            variables.put("EAGLERAY_DEBUG", "1");
            RayPlugin plugin = new RayPlugin(kubernetes, namespace.kubectl().namespace(), variables);
            try (FlyteServer server = FlyteServer.start(new PodPropeller(storage, plugin), storage)) {
                return report(logs(namespace, server.uri(), plugin), new Rows(tasks.out()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<PodLog> logs(Namespace namespace, String backend, RayPlugin plugin) {
        namespace.out().println();
        namespace.out().println("(c) a task on Flyte, in its pod, " + RUNS + " runs");
        Command run = namespace.eagleray(backend, "HeadAlone.next", "--input", "n=1");
        List<PodLog> logs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            run.time();
            String printed = Sources.read(run.output()).strip();
            if (!printed.equals("2")) {
                throw new IllegalStateException(run.words() + " printed " + printed);
            }
            logs.add(PodLog.of(plugin.log()));
        }
        return logs;
    }

    private static boolean report(List<PodLog> logs, Rows rows) {
        Series init = new Series(logs.stream().map(PodLog::init).toList());
        Series own = new Series(logs.stream().map(PodLog::own).toList());
        rows.print(
                "from the process's beginning to its end",
                new Series(logs.stream().map(PodLog::all).toList()));
        rows.print("Ray.init", init);
        rows.print("neither Ray.init nor transfers", own);
        return rows.verdict("the latter over Ray.init", own.over(init), BAR);
    }
}
