package io.eagleray.cli;

import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.ValueType;
import io.eagleray.spec.TaskSpec;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows the spec of a task. */
@Command(
        name = "spec",
        description = "Shows what a task is: its interface, its Ray job, resources, retries and the rest of its spec.",
        footerHeading = "%nWith --output json%n",
        footer = "the task's spec as it is compiled into META-INF/eagleray/<class>.json.")
final class SpecCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Parameters(paramLabel = "TASK", description = "The task's name; `eagleray tasks` lists them.")
    private String task = "";

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        RegisteredTask found = TaskRegistry.of(
                        command.application(command.settings()).classPath())
                .task(task);
        if (output.isJson()) {
            output.json(found.spec(), ValueType.of(TaskSpec.class));
        } else {
            output.table(SpecSummary.of(found));
        }
        return Cli.OK;
    }
}
