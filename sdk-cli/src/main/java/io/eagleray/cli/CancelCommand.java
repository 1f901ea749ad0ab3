package io.eagleray.cli;

import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.UntypedExecution;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Cancels an execution. */
@Command(
        name = "cancel",
        description = "Cancels an execution, and says what it did. Nothing happens to one that has ended.",
        footerHeading = "%nWith --output json%n",
        footer = "the object that `eagleray status` prints.")
final class CancelCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private ExecutionParameter named = new ExecutionParameter();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        try (Eagleray connection = Objects.requireNonNull(eagleray).connectToOthers()) {
            UntypedExecution execution = connection.attach(named.id());
            ExecutionSummary before = execution.summary();
            if (!before.state().ended()) {
                execution.cancel();
            }
            if (output.isJson()) {
                ExecutionReport.of(execution.summary(), execution.dashboard()).print(output);
            } else {
                output.line(before.task() + " (" + named.id() + ") "
                        + (before.state().ended()
                                ? "has ended already: it is " + before.state()
                                : "was " + before.state() + " and is told to end"));
            }
            return Cli.OK;
        }
    }
}
