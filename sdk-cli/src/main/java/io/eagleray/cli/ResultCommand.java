package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EncodedResult;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.UntypedExecution;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits for an execution and prints its result. */
@Command(
        name = "result",
        description = {
            "Waits for an execution, and prints its result as `eagleray run` does.",
            "It needs the application, for the type of the result, but not for one that has failed or was cancelled.",
            "When the wait ends early the execution goes on."
        },
        footerHeading = "%nWith --output json%n",
        footer = "the last line is the object that `eagleray run` prints.")
final class ResultCommand extends ExecutionCommand {
    private static final ValueType NO_RESULT = ValueType.of(Void.class);

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long to wait, such as 90s, 15m or PT2H; then it ends with 4.")
    private @Nullable Duration timeout;

    @Override
    int run(UntypedExecution execution, EaglerayCommand command, OutputOption output) {
        ExecutionSummary now = execution.summary();
        if (now.state().ended()) {
            Optional<RunReport<EncodedResult>> unsuccessful = RunReport.unsuccessful(execution);
            if (unsuccessful.isPresent()) {
                return unsuccessful
                        .get()
                        .print(output, NO_RESULT, command.shell().says());
            }
        }
        TaskFunction function = function(command.application(command.settings()), now);
        return RunReport.await(execution.as(function.handle()), Optional.ofNullable(timeout))
                .print(output, function.result(), command.shell().says());
    }

    private static TaskFunction function(Application application, ExecutionSummary execution) {
        RegisteredTask registered = TaskRegistry.of(application).tasks().stream()
                .filter(known -> known.spec().name().equals(execution.task()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("execution \"" + execution.id() + "\" runs "
                        + execution.task() + ", which this application does"
                        + " not have: go to the project that does, or name it with --app DIR|JAR or --classpath"));
        return TaskFunction.of(application, registered);
    }
}
