package io.eagleray.cli;

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
            "It needs no application. What only its types tell is missing: the elements of a set are in the order in which"
                    + " they came.",
            "When the wait ends early the execution goes on."
        },
        footerHeading = "%nWith --output json%n",
        footer = "the last line is the object that `eagleray run` prints.")
final class ResultCommand extends ExecutionCommand {
    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long to wait, such as 90s, 15m or PT2H; then it ends with 4.")
    private @Nullable Duration timeout;

    @Override
    int run(UntypedExecution execution, EaglerayCommand command, OutputOption output) {
        return RunReport.await(execution, Optional.ofNullable(timeout))
                .print(output, command.shell().says());
    }
}
