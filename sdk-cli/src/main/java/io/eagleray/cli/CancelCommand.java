package io.eagleray.cli;

import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.UntypedExecution;
import picocli.CommandLine.Command;

/** Cancels an execution. */
@Command(
        name = "cancel",
        description = "Cancels an execution, and says what it did. Nothing happens to one that has ended.",
        footerHeading = "%nWith --output json%n",
        footer = "the object that `eagleray status` prints.")
final class CancelCommand extends ExecutionCommand {
    @Override
    int run(UntypedExecution execution, EaglerayCommand command, OutputOption output) {
        ExecutionSummary before = execution.summary();
        if (!before.state().ended()) {
            execution.cancel();
        }
        if (output.isJson()) {
            ExecutionReport.of(execution.summary(), execution.dashboard()).print(output);
        } else {
            output.line(before.task() + " (" + before.id() + ") "
                    + (before.state().ended()
                            ? "has ended already: it is " + before.state()
                            : "was " + before.state() + " and is told to end"));
        }
        return Cli.OK;
    }
}
