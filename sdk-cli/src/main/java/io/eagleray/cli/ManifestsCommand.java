package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.kuberay.KubeRayNamespace;
import io.eagleray.spec.TaskSpec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what a task would be on Kubernetes. */
@Command(
        name = "manifests",
        description = {
            "Shows the manifest of the RayJob that an execution of a task would be on Kubernetes, as YAML. Nothing is"
                    + " created.",
            "What the KubeRay operator would refuse is said. With --dry-run the API server is asked, too: it fills in"
                    + " its defaults, and says what it would not take."
        },
        footerHeading = "%nExample:%n",
        footer = "eagleray manifests Squares.squares --backend kuberay://team-a")
final class ManifestsCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Spec
    private @Nullable CommandSpec commandSpec;

    @Parameters(paramLabel = "TASK", description = "The task's name; `eagleray tasks` lists them.")
    private String task = "";

    @Option(
            names = "--id",
            paramLabel = "ID",
            defaultValue = "example",
            description = "The execution's id, from which names and labels are made. Default: example.")
    private String id = "";

    @Option(names = "--dry-run", description = "Asks the API server what it would make of it.")
    private boolean dryRun;

    @Option(
            names = "--diff",
            description = "Shows instead what differs from what is there: from the RayJob of the id, or from the kept"
                    + " cluster that would be used or replaced. The exit code is 1 when something does, or nothing is"
                    + " there.")
    private boolean diff;

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Settings settings = command.settings();
        Application application = command.application(settings);
        TaskSpec spec = TaskRegistry.of(application.classPath()).task(task).spec();
        KubeRayNamespace.Code code = new KubeRayNamespace.Code(spec, application, settings.cache());
        try (KubeRayNamespace namespace = KubernetesBackend.open(settings, TaskFunction.address(spec))) {
            if (diff) {
                return compared(namespace.compare(code, id));
            }
            print(dryRun ? namespace.dryRun(code, id) : namespace.manifest(code, id));
        }
        return Cli.OK;
    }

    private int compared(Optional<KubeRayNamespace.Comparison> there) {
        List<String> lines = new ArrayList<>();
        if (there.isEmpty()) {
            lines.add("nothing is there: it would be created");
        } else {
            List<String> differences = there.get().differences();
            String found = "RayJob " + there.get().rayJob() + " is there, and ";
            lines.add(found + (differences.isEmpty() ? "is the same" : "differs:"));
            differences.forEach(line -> lines.add("  " + line));
        }
        print(String.join(System.lineSeparator(), lines) + System.lineSeparator());
        return there.isPresent() && there.get().differences().isEmpty() ? Cli.OK : Cli.FAILED;
    }

    private void print(String text) {
        PrintWriter out = Objects.requireNonNull(commandSpec).commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
