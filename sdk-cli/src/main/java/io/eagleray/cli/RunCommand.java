package io.eagleray.cli;

import io.eagleray.call.TaskCall;
import io.eagleray.client.Eagleray;
import io.eagleray.client.EaglerayBuilder;
import io.eagleray.client.Execution;
import io.eagleray.client.SubmitOptions;
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

/** Runs a task and prints its result. */
@Command(
        name = "run",
        description = {
            "Runs a task and prints its result, as JSON, as the last line on standard output.",
            "A text is printed as it is, and nothing for a task that returns nothing. Everything else is on standard"
                    + " error, but what a task itself prints where it runs in this process: that comes before the result."
        },
        footerHeading = "%nWith --output json%n",
        footer = {
            "the last line is an object with the members id, task, state, result, error (type, message, stackTrace,"
                    + " cause), reason (of a cancellation) and dashboard; what there is not is null.",
            "With --detach it is what `eagleray status` prints.",
            "",
            "Example: eagleray run Squares.squares --input n=10"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Parameters(paramLabel = "TASK", description = "The task's name; `eagleray tasks` lists them.")
    private String task = "";

    @ArgGroup
    private InputOptions inputs = new InputOptions();

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description =
                    "How long the run may take, such as 90s, 15m or PT2H; then it is cancelled. It takes the place"
                            + " of the timeout of @Task, too.")
    private @Nullable Duration timeout;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The execution's id, chosen by yourself: who submits it again finds the same execution.")
    private @Nullable String id;

    @Option(
            names = "--detach",
            description = "Only submits it, and prints its id. `eagleray status`, `logs`, `result` and `cancel` find it"
                    + " again. Not where executions end with this process: embedded and local.")
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
        SubmitOptions options = options();
        Settings settings = command.settings();
        settings.enforceLimits();
        TaskFunction function = TaskFunction.of(command.application(settings), task);
        if (detach) {
            LastingBackend.require(settings, function.address());
        }
        TaskCall<Object> call = TaskCall.of(function.handle(), inputs.read(function.catalogued(), shell));
        EaglerayBuilder builder = command.connection(settings).application(function.application());
        try (Eagleray connection =
                detach ? builder.connect() : builder.logs(shell.says()::log).connect()) {
            Execution<Object> execution = connection.submit(call, options);
            return detach
                    ? ExecutionReport.left(
                            execution.id(),
                            () -> ExecutionReport.of(execution.summary(), execution.dashboard()),
                            output,
                            shell.says())
                    : RunReport.awaitOrCancel(execution, function.result(), Optional.ofNullable(timeout))
                            .print(output, shell.says());
        }
    }

    private SubmitOptions options() {
        return new SubmitOptions(Optional.ofNullable(id), Optional.ofNullable(timeout), Map.of(), Map.of());
    }
}
