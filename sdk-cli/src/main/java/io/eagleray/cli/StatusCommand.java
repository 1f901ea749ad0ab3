package io.eagleray.cli;

import io.eagleray.client.Eagleray;
import io.eagleray.client.UntypedExecution;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Shows an execution. */
@Command(
        name = "status",
        description =
                "Shows where an execution stands. An unknown one ends it with 2, whatever a known one has come to with 0.",
        footerHeading = "%nWith --output json%n",
        footer =
                "an object with the members id, task, state, submitted, ended (null while it runs), message and dashboard.")
final class StatusCommand implements Callable<Integer> {
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
            ExecutionReport.of(execution.summary(), execution.dashboard()).print(output);
            return Cli.OK;
        }
    }
}
