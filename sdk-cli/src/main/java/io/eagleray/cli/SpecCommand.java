package io.eagleray.cli;

import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.ValueType;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the spec of a task. */
@Command(
        name = "spec",
        description = "Shows what a task is: its interface, its Ray job, resources, retries and the rest of its spec.",
        footerHeading = "%nWith --output json%n",
        footer = "the task's spec as it is compiled into META-INF/eagleray/<class>.json.")
final class SpecCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Spec
    private @Nullable CommandSpec spec;

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
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (output.isJson()) {
            out.println(Json.write(found.spec(), ValueType.of(TaskSpec.class)));
        } else {
            Table.print(out, SpecSummary.of(found));
        }
        return Cli.OK;
    }
}
