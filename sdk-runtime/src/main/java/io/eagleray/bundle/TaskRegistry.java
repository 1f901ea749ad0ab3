package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.TaskSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All tasks of an application, found by the {@code META-INF/eagleray/<class>.json} files on its class path. Of several
 * files for one class the first counts, as it does for the class itself.
 *
 * <pre>{@code
 * TaskRegistry registry = TaskRegistry.of(Application.current());
 * TaskSpec spec = registry.task("Squares.squares").spec();
 * }</pre>
 */
public final class TaskRegistry {
    private final List<Path> classPath;
    private final Map<String, ClassSpec> classes;
    private final SortedMap<String, RegisteredTask> tasks;

    private TaskRegistry(
            List<Path> classPath, Map<String, ClassSpec> classes, SortedMap<String, RegisteredTask> tasks) {
        this.classPath = classPath;
        this.classes = classes;
        this.tasks = tasks;
    }

    /**
     * The tasks of an application.
     *
     * @param application the application
     * @return its tasks
     * @throws ConfigurationException when two classes declare a task of one name, when a spec file cannot be read, or
     *     when classes have annotations but no specs
     */
    public static TaskRegistry of(Application application) {
        return of(application.classPath());
    }

    /**
     * The tasks on a class path.
     *
     * @param classPath directories and jars
     * @return the tasks
     * @throws ConfigurationException when two classes declare a task of one name, when a spec file cannot be read, or
     *     when classes have annotations but no specs
     */
    public static TaskRegistry of(List<Path> classPath) {
        Map<String, ClassSpec> classes = new LinkedHashMap<>();
        SortedMap<String, RegisteredTask> tasks = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        SpecFiles.search(classPath, (origin, declared) -> {
            if (classes.putIfAbsent(declared.className(), declared) == null) {
                for (TaskSpec spec : declared.tasks()) {
                    add(new RegisteredTask(spec, declared, origin), tasks, problems);
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join(System.lineSeparator(), problems));
        }
        if (classes.isEmpty()) {
            Unprocessed.check(classPath, classes.keySet());
        }
        return new TaskRegistry(List.copyOf(classPath), classes, tasks);
    }

    private static void add(RegisteredTask task, Map<String, RegisteredTask> tasks, List<String> problems) {
        RegisteredTask other = tasks.putIfAbsent(task.spec().name(), task);
        if (other != null) {
            problems.add("two tasks are named \"" + task.spec().name() + "\": " + other.place() + " and " + task.place()
                    + "; give one of them another @Task(name = …)");
        }
    }

    /**
     * The classes that declare tasks or remote functions.
     *
     * @return what they declare, in the order of the class path
     */
    public Collection<ClassSpec> classes() {
        return List.copyOf(classes.values());
    }

    /**
     * The tasks.
     *
     * @return the tasks, sorted by name
     */
    public Collection<RegisteredTask> tasks() {
        return List.copyOf(tasks.values());
    }

    /**
     * Finds a task.
     *
     * @param name its name
     * @return the task
     * @throws ConfigurationException when there is none; the message names the nearest
     */
    public RegisteredTask task(String name) {
        RegisteredTask task = tasks.get(name);
        if (task == null) {
            Unprocessed.check(classPath, classes.keySet());
            throw new ConfigurationException(unknown(name));
        }
        return task;
    }

    private String unknown(String name) {
        String start = "there is no task \"" + name + "\"";
        Optional<String> nearest =
                NearestName.of(name, tasks.keySet()).or(() -> methodsNamed(name).findFirst());
        if (nearest.isPresent()) {
            return start + ": did you mean \"" + nearest.get() + "\"? `eagleray tasks` lists all " + tasks.size();
        }
        if (tasks.isEmpty()) {
            return start + ": the class path declares no task at all; annotate a static method with @Task and compile"
                    + " it with the annotation processor";
        }
        return start + ": `eagleray tasks` lists the " + tasks.size() + " there are";
    }

    /** Somebody may well leave out the class. */
    private Stream<String> methodsNamed(String name) {
        return tasks.keySet().stream().filter(task -> task.endsWith("." + name));
    }
}
