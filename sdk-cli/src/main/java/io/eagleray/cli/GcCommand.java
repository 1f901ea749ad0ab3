package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.kuberay.KubeRayNamespace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Removes what nobody needs any more. */
@Command(
        name = "gc",
        description = {
            "Removes from a Kubernetes namespace the RayJobs of Eagleray whose time is over, with their clusters, and"
                    + " lists them.",
            "The operator removes clusters by itself; this is for the records that it leaves, and for when it was down."
        },
        footerHeading = "%nWith --output json%n",
        footer = "a list of objects with the members name and reason.")
final class GcCommand implements Callable<Integer> {
    private static final ValueType ROWS = ValueType.of(List.class, ValueType.of(Row.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private OutputOption output = new OutputOption();

    /**
     * What was removed, for programs.
     *
     * @param name its name
     * @param reason why
     */
    record Row(String name, String reason) {}

    @Override
    public Integer call() {
        Settings settings = Objects.requireNonNull(eagleray).settings();
        try (KubeRayNamespace namespace = KubernetesBackend.open(settings, Optional.empty())) {
            print(namespace.collectGarbage());
        }
        return Cli.OK;
    }

    private void print(Map<String, String> removed) {
        if (output.isJson()) {
            output.json(
                    removed.entrySet().stream()
                            .map(each -> new Row(each.getKey(), each.getValue()))
                            .toList(),
                    ROWS);
        } else {
            output.table(removed.entrySet().stream()
                    .map(each -> List.of(each.getKey(), each.getValue()))
                    .toList());
        }
    }
}
