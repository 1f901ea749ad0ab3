package io.eagleray.cli;

import io.eagleray.client.Eagleray;
import io.eagleray.client.UntypedExecution;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A command about one execution, wherever it was submitted. */
abstract class ExecutionCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Parameters(paramLabel = "ID", description = "The execution's id; `eagleray executions` lists them.")
    private String id = "";

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public final Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        try (Eagleray connection = command.connectToOthers()) {
            return run(connection.attach(id), command, output);
        }
    }

    /**
     * Does what the command is for.
     *
     * @return its exit code
     */
    abstract int run(UntypedExecution execution, EaglerayCommand command, OutputOption output);
}
