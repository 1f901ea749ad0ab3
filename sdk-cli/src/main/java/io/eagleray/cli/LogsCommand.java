package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.client.Eagleray;
import io.eagleray.client.LogLine;
import io.eagleray.client.UntypedExecution;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Prints the log of an execution. */
@Command(
        name = "logs",
        description = "Prints what an execution has logged and printed so far.",
        footerHeading = "%nWith --output json%n",
        footer = "one object a line, with the members time, source, level and text.")
final class LogsCommand implements Callable<Integer> {
    private static final ValueType LINE = ValueType.of(LogLine.class);

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private ExecutionParameter named = new ExecutionParameter();

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until the execution ends. Its progress is on standard error.")
    private boolean follow;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        try (Eagleray connection = command.connectToOthers()) {
            UntypedExecution execution = connection.attach(named.id());
            if (follow) {
                execution.logs(this::print);
            } else {
                execution.logsSoFar(this::print);
            }
            return Cli.OK;
        } finally {
            command.shell().says().erase();
        }
    }

    private void print(LogLine line) {
        if (output.isJson()) {
            output.json(line, LINE);
        } else {
            output.line(Commentary.text(line));
        }
    }
}
