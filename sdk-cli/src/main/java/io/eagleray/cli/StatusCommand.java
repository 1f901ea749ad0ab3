package io.eagleray.cli;

import io.eagleray.client.UntypedExecution;
import picocli.CommandLine.Command;

/** Shows an execution. */
@Command(
        name = "status",
        description =
                "Shows where an execution stands. An unknown one ends it with 2, whatever a known one has come to with 0.",
        footerHeading = "%nWith --output json%n",
        footer =
                "an object with the members id, task, state, submitted, ended (null while it runs), message and dashboard.")
final class StatusCommand extends ExecutionCommand {
    @Override
    int run(UntypedExecution execution, EaglerayCommand command, OutputOption output) {
        ExecutionReport.of(execution.summary(), execution.dashboard()).print(output);
        return Cli.OK;
    }
}
