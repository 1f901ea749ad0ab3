package io.eagleray.cli;

import io.eagleray.backend.Interrupts;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.kuberay.ClusterSummary;
import io.eagleray.kuberay.KubeRayNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the clusters that are kept. */
@Command(
        name = "clusters",
        description = {
            "Lists the clusters that are kept in a Kubernetes namespace, the oldest first, whoever has asked for them.",
            "`eagleray clusters rm NAME` lets one go."
        },
        footerHeading = "%nWith --output json%n",
        footer = "one array of objects with the members name, rayJob, state, owner, created, executions (null when the"
                + " cluster cannot be asked), cpus, memory (bytes), cpuHours and memoryGibHours.")
final class ClustersCommand implements Callable<Integer> {
    private static final ValueType SUMMARIES = ValueType.of(List.class, ValueType.of(ClusterSummary.class));
    private static final double GIB = 1L << 30;

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        List<ClusterSummary> clusters = asked(KubeRayNamespace::clusters);
        if (output.isJson()) {
            output.json(clusters, SUMMARIES);
        } else if (clusters.isEmpty()) {
            notice("no clusters are kept there");
        } else {
            output.table(rows(clusters));
        }
        return Cli.OK;
    }

    /** What asks a namespace. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask(KubeRayNamespace namespace) throws InterruptedException;
    }

    private <T> T asked(Asking<T> asking) {
        Settings settings = Objects.requireNonNull(eagleray).settings();
        try (KubeRayNamespace namespace = KubernetesBackend.open(settings, Optional.empty())) {
            return Interrupts.cancel("the clusters were asked for", () -> asking.ask(namespace));
        }
    }

    private void notice(String text) {
        Objects.requireNonNull(eagleray).shell().says().notice(text);
    }

    private static List<List<String>> rows(List<ClusterSummary> clusters) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "NAME", "RAYJOB", "STATE", "OWNER", "AGE", "EXECUTIONS", "CPUS", "MEMORY", "CPU HOURS", "GIB HOURS"));
        for (ClusterSummary cluster : clusters) {
            rows.add(List.of(
                    cluster.name(),
                    cluster.rayJob(),
                    cluster.state().name(),
                    cluster.owner(),
                    Times.between(cluster.created(), Optional.empty()),
                    cluster.executions().isPresent()
                            ? String.valueOf(cluster.executions().getAsInt())
                            : "?",
                    decimal(cluster.cpus()),
                    decimal(cluster.memory() / GIB) + " GiB",
                    decimal(cluster.cpuHours()),
                    decimal(cluster.memoryGibHours())));
        }
        return rows;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    @Command(
            name = "rm",
            description = {
                "Lets the kept clusters of a name go: they take no executions any more, end those that they have, and are"
                        + " removed.",
                "With --force they are removed at once, with what runs on them."
            },
            footerHeading = "%nWith --output json%n",
            footer = "an array of the names of the RayJobs that go.")
    int rm(
            @Parameters(paramLabel = "NAME", description = "The name of the cluster, or that of the RayJob of one.")
                    String name,
            @Option(names = "--force", description = "Ends the executions that are running there, too.") boolean force,
            @Mixin OutputOption outputOfRm) {
        List<String> removed = asked(namespace -> namespace.removeClusters(name, force));
        if (removed.isEmpty()) {
            throw new ConfigurationException(
                    "no cluster \"" + name + "\" is kept there; `eagleray clusters` lists them");
        }
        if (outputOfRm.isJson()) {
            outputOfRm.json(removed, ValueType.of(List.class, ValueType.of(String.class)));
        } else {
            removed.forEach(rayJob -> notice("RayJob " + rayJob + (force ? " was removed" : " goes")));
        }
        return Cli.OK;
    }
}
