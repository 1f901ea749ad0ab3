package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.flyte.FlyteProject;
import io.eagleray.flyte.FlyteProject.Version;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the versions of a task. */
@Command(
        name = "versions",
        description = "Lists the versions of a task at --backend flyte://host[:port]/project/domain, the newest first.",
        footerHeading = "%nWith --output json%n",
        footer = "one array of objects with the members version and created.")
final class VersionsCommand implements Callable<Integer> {
    private static final ValueType VERSIONS = ValueType.of(List.class, ValueType.of(Version.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Parameters(paramLabel = "TASK", description = "The task's name.")
    private String task = "";

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        try (FlyteProject project = FlyteBackend.open(command.settings(), command.shell())) {
            List<Version> versions = project.versions(task);
            if (output.isJson()) {
                output.json(versions, VERSIONS);
            } else if (versions.isEmpty()) {
                command.shell()
                        .says()
                        .notice("no version of " + task + " is registered: `eagleray register` does that");
            } else {
                output.table(versions.stream()
                        .map(each -> List.of(each.version(), Times.at(each.created())))
                        .toList());
            }
        }
        return Cli.OK;
    }
}
