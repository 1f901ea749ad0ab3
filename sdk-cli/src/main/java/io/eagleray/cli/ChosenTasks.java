package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.client.ConfigurationException;
import java.util.List;

/** The tasks that a command is about. */
final class ChosenTasks {
    private ChosenTasks() {}

    /**
     * Finds them.
     *
     * @param names their names; none for all of the application
     * @throws ConfigurationException when there is none of a name, or none at all
     */
    static List<RegisteredTask> of(Application application, List<String> names) {
        TaskRegistry registry = TaskRegistry.of(application);
        List<RegisteredTask> tasks = names.isEmpty()
                ? List.copyOf(registry.tasks())
                : names.stream().distinct().map(registry::task).toList();
        if (tasks.isEmpty()) {
            throw new ConfigurationException(
                    "the application has no tasks: annotate a static method with @Task, or name another application with"
                            + " --app or --classpath");
        }
        return tasks;
    }
}
