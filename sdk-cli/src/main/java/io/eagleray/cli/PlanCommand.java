package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.call.ValueType;
import io.eagleray.flyte.FlyteProject;
import io.eagleray.flyte.FlyteProject.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what registering would change. */
@Command(
        name = "plan",
        description = "Shows what `eagleray register` would add at --backend flyte://host[:port]/project/domain: tasks"
                + " that are new, and of those that have changed what differs from the newest version there. Nothing is"
                + " changed.",
        footerHeading = "%nWith --output json%n",
        footer =
                "one array of objects with the members task, version, change (NEW, CHANGED, UNCHANGED or REFUSED), before (the"
                        + " newest version there, or null) and differences.")
final class PlanCommand implements Callable<Integer> {
    private static final ValueType PLAN = ValueType.of(List.class, ValueType.of(Planned.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Parameters(paramLabel = "TASK", arity = "0..*", description = "The tasks' names. Default: all of the application.")
    private List<String> tasks = new ArrayList<>();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Settings settings = command.settings();
        Application application = command.application(settings);
        try (FlyteProject project = FlyteBackend.open(settings, command.shell())) {
            List<Planned> plan = project.plan(application, ChosenTasks.of(application, tasks));
            command.shell().says().erase();
            if (output.isJson()) {
                output.json(plan, PLAN);
            } else {
                plan.forEach(this::print);
            }
        }
        return Cli.OK;
    }

    private void print(Planned task) {
        output.line(task.change().name().toLowerCase(Locale.ROOT) + "  " + task.task() + "@" + task.version()
                + task.before()
                        .map(before -> "  (newest there: " + before + ")")
                        .orElse(""));
        task.differences().forEach(difference -> output.line("    " + difference));
        if (task.before().isPresent() && task.differences().isEmpty()) {
            output.line("    its code, or what is beside it on the class path");
        }
    }
}
