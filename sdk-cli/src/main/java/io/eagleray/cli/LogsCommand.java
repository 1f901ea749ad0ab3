package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.client.LogLine;
import io.eagleray.client.LogSink;
import io.eagleray.client.UntypedExecution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the log of an execution. */
@Command(
        name = "logs",
        description = "Prints what an execution has logged and printed so far.",
        footerHeading = "%nWith --output json%n",
        footer = "one object a line, with the members time, source, level and text.")
final class LogsCommand extends ExecutionCommand {
    private static final ValueType LINE = ValueType.of(LogLine.class);

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until the execution ends. Its progress is on standard error.")
    private boolean follow;

    @Override
    int run(UntypedExecution execution, EaglerayCommand command, OutputOption output) {
        LogSink lines = line -> print(line, output);
        try {
            if (follow) {
                execution.logs(lines);
            } else {
                execution.logsSoFar(lines);
            }
            return Cli.OK;
        } finally {
            command.shell().says().erase();
        }
    }

    private static void print(LogLine line, OutputOption output) {
        if (output.isJson()) {
            output.json(line, LINE);
        } else {
            output.line(Commentary.text(line));
        }
    }
}
