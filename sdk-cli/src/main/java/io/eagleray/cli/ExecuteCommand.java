package io.eagleray.cli;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionIds;
import io.eagleray.client.SubmitOptions;
import io.eagleray.client.UntypedExecution;
import io.eagleray.client.ValueException;
import io.eagleray.flyte.FlyteProject;
import io.eagleray.flyte.FlyteProject.RegisteredVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Executes what is registered with Flyte. */
@Command(
        name = "execute",
        description = {
            "Executes a version that is registered at --backend flyte://host[:port]/project/domain, and prints its result,"
                    + " as `eagleray run` does. Its code need not be here.",
            "An older version runs the older code: that is the way back. `eagleray versions TASK` lists them."
        },
        footerHeading = "%nExample:%n",
        footer =
                "eagleray execute Squares.squares@3f0c… --input n=10 --backend flyte://flyte.example/flytesnacks/development")
final class ExecuteCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Parameters(paramLabel = "TASK[@VERSION]", description = "The task's name. Default version: the newest.")
    private String task = "";

    @ArgGroup
    private InputOptions inputs = new InputOptions();

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long it may take, such as 90s, 15m or PT2H; then it is cancelled.")
    private @Nullable Duration timeout;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The execution's id, chosen by yourself: who asks for it again finds the same execution.")
    private @Nullable String id;

    @Option(
            names = "--detach",
            description = "Only creates it, and prints its id. `eagleray status`, `logs`, `result` and `cancel` find it"
                    + " again.")
    private boolean detach;

    @Option(names = "--quiet", description = "No progress and no notices on standard error.")
    private boolean quiet;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Shell shell = command.shell();
        if (quiet) {
            shell.says().hush();
        }
        Settings settings = command.settings();
        settings.enforceLimits();
        int at = task.indexOf('@');
        String name = at < 0 ? task : task.substring(0, at);
        String chosen = new SubmitOptions(Optional.ofNullable(id), Optional.empty(), Map.of(), Map.of())
                .id()
                .orElseGet(() -> ExecutionIds.next(name));
        try (FlyteProject project = FlyteBackend.open(settings, shell)) {
            RegisteredVersion version =
                    project.find(name, at < 0 ? Optional.empty() : Optional.of(task.substring(at + 1)));
            execute(project, version, chosen, inputs.texts(version.signature(), shell));
        }
        try (Eagleray connection = command.connection(settings).connect()) {
            UntypedExecution execution = connection.attach(chosen);
            return detach
                    ? ExecutionReport.left(
                            execution.id(),
                            () -> ExecutionReport.of(execution.summary(), execution.dashboard()),
                            output,
                            shell.says())
                    : RunReport.awaitOrCancel(execution, Optional.ofNullable(timeout))
                            .print(output, shell.says());
        }
    }

    private static void execute(FlyteProject project, RegisteredVersion version, String id, Map<String, String> given) {
        try {
            project.execute(version, id, given);
        } catch (ValueException e) {
            throw new ConfigurationException(
                    "the inputs do not fit " + version.task() + TypeNames.of(version.signature()) + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
