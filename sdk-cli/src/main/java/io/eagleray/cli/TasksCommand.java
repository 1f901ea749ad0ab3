package io.eagleray.cli;

import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.ValueType;
import io.eagleray.spec.TaskSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists the tasks of the application. */
@Command(
        name = "tasks",
        description = "Lists the application's tasks: name, signature and description.",
        footerHeading = "%nWith --output json%n",
        footer = "one array with the spec of each task, as `eagleray spec` prints it.")
final class TasksCommand implements Callable<Integer> {
    private static final ValueType SPECS = ValueType.of(List.class, ValueType.of(TaskSpec.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Collection<RegisteredTask> tasks = TaskRegistry.of(
                        command.application(command.settings()).classPath())
                .tasks();
        if (output.isJson()) {
            output.json(tasks.stream().map(RegisteredTask::spec).toList(), SPECS);
        } else if (tasks.isEmpty()) {
            command.shell().says().notice("the application has no tasks: annotate a static method with @Task");
        } else {
            output.table(rows(tasks));
        }
        return Cli.OK;
    }

    private static List<List<String>> rows(Collection<RegisteredTask> tasks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("TASK", "SIGNATURE", "DESCRIPTION"));
        for (RegisteredTask task : tasks) {
            rows.add(List.of(
                    task.spec().name(),
                    TypeNames.of(task.spec().signature()),
                    task.spec().description()));
        }
        return rows;
    }
}
