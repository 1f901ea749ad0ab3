package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists executions. */
@Command(
        name = "executions",
        description = "Lists the executions that a backend knows, the newest first, whoever has submitted them.",
        footerHeading = "%nWith --output json%n",
        footer =
                "one array of objects with the members id, task, state, submitted, ended (null while it runs) and message.")
final class ExecutionsCommand implements Callable<Integer> {
    private static final ValueType SUMMARIES = ValueType.of(List.class, ValueType.of(ExecutionSummary.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        try (Eagleray connection = command.connectToOthers()) {
            List<ExecutionSummary> executions = connection.executions();
            if (output.isJson()) {
                output.json(executions, SUMMARIES);
            } else if (executions.isEmpty()) {
                command.shell().says().notice("no executions are known there");
            } else {
                output.table(rows(executions));
            }
            return Cli.OK;
        }
    }

    private static List<List<String>> rows(List<ExecutionSummary> executions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "TASK", "STATE", "SUBMITTED", "TOOK"));
        for (ExecutionSummary execution : executions) {
            rows.add(List.of(
                    execution.id(),
                    execution.task(),
                    execution.state().name(),
                    Times.at(execution.submitted()),
                    Times.between(execution.submitted(), execution.ended())));
        }
        return rows;
    }
}
