package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.kuberay.KubeRayNamespace;
import io.eagleray.spec.TaskSpec;
import java.io.PrintWriter;
import java.util.Objects;
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

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Settings settings = command.settings();
        Application application = command.application(settings);
        TaskSpec spec = TaskRegistry.of(application.classPath()).task(task).spec();
        try (KubeRayNamespace namespace = KubernetesBackend.open(settings, TaskFunction.address(spec))) {
            String yaml = dryRun
                    ? namespace.dryRun(spec, application.loader(), id)
                    : namespace.manifest(spec, application.loader(), id);
            PrintWriter out = Objects.requireNonNull(commandSpec).commandLine().getOut();
            out.print(yaml);
            out.flush();
        }
        return Cli.OK;
    }
}
