package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.FlyteProject;
import io.eagleray.flyte.FlyteProject.Registered;
import io.eagleray.flyte.FlyteProject.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Registers tasks with Flyte. */
@Command(
        name = "register",
        description = {
            "Registers tasks of the application, with their code, at --backend flyte://host[:port]/project/domain, as"
                    + " versions that never change. The version is made of code and spec; what is registered already is"
                    + " left alone, so a registration that broke off is gone on with by the same command.",
            "One task that is refused does not keep the others from it; then the exit code is 2."
        },
        footerHeading = "%nWith --output json%n",
        footer = {
            "one array of objects with the members task, version, result (REGISTERED, UNCHANGED, WRITTEN or REFUSED) and problem.",
            "",
            "Example: eagleray register --backend flyte://flyte.example/flytesnacks/development"
        })
final class RegisterCommand implements Callable<Integer> {
    private static final ValueType RESULTS = ValueType.of(List.class, ValueType.of(Registered.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Parameters(paramLabel = "TASK", arity = "0..*", description = "The tasks' names. Default: all of the application.")
    private List<String> tasks = new ArrayList<>();

    @Option(
            names = "--dry-run",
            description = "Only writes what would be registered; nothing is sent. Where the code will lie is not known"
                    + " then, and stands as eagleray:NAME.")
    private boolean dryRun;

    @Option(
            names = "-o",
            paramLabel = "DIR",
            description = "With --dry-run: the folder for a file TASK.pb of each task, Flyte's message TaskSpec.")
    private @Nullable Path folder;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        if (dryRun == (folder == null)) {
            throw new ConfigurationException("--dry-run and -o DIR go together: it says where the files are written");
        }
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Settings settings = command.settings();
        Application application = command.application(settings);
        List<RegisteredTask> chosen = ChosenTasks.of(application, tasks);
        try (FlyteProject project = FlyteBackend.open(settings, command.shell())) {
            List<Registered> all = folder == null
                    ? project.register(application, chosen)
                    : project.write(
                            application, chosen, command.shell().directory().resolve(folder));
            return print(all, command.shell().says());
        }
    }

    private int print(List<Registered> all, Commentary says) {
        says.erase();
        if (output.isJson()) {
            output.json(all, RESULTS);
        } else {
            output.table(all.stream()
                    .map(each ->
                            List.of(each.result().name().toLowerCase(Locale.ROOT), each.task() + "@" + each.version()))
                    .toList());
        }
        List<Registered> refused =
                all.stream().filter(each -> each.result() == Result.REFUSED).toList();
        refused.forEach(each -> says.error(each.task() + ": " + each.problem()));
        return refused.isEmpty() ? Cli.OK : Cli.USAGE;
    }
}
