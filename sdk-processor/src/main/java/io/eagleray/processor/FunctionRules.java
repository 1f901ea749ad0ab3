package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What holds between the functions of a class. */
final class FunctionRules {
    private FunctionRules() {}

    /** Functions whose name another one before them has. */
    static List<Problem> overloaded(MethodModel method, List<MethodModel> before) {
        return before.stream().anyMatch(each -> each.name().equals(method.name()))
                ? error(
                        method.place(),
                        "method \"" + method.name()
                                + "\" is overloaded: another task or remote function has its name; rename one of them")
                : none();
    }

    /** Functions with the name of a companion's method that takes refs. */
    static List<Problem> namedAsRef(MethodModel method, List<RemoteModel> remotes) {
        return remotes.stream()
                .map(RemoteModel::method)
                .filter(each -> !each.parameters().isEmpty() && method.name().equals(each.name() + "Ref"))
                .findFirst()
                .map(each -> error(
                        method.place(),
                        "method \"" + method.name() + "\" has the name under which the companion offers \""
                                + each.name() + "\" with refs; rename it"))
                .orElseGet(Problem::none);
    }

    static List<Problem> rayJobWithoutTask(MethodModel method) {
        Place place = method.annotations().get("RayJobConfig");
        return place == null || method.annotations().containsKey("Task")
                ? none()
                : error(place, "@RayJobConfig without @Task has no effect on \"" + method.name() + "\"; add @Task");
    }

    static List<Problem> taskAndRemote(MethodModel method) {
        Place place = method.annotations().get("Remote");
        return place == null || !method.annotations().containsKey("Task")
                ? none()
                : error(
                        place,
                        "method \"" + method.name()
                                + "\" is a task and a remote function; leave one out, and call a plain method from both");
    }

    static List<Problem> duplicateTasks(ClassModel type) {
        Map<String, String> methods = new HashMap<>();
        return type.tasks().stream()
                .filter(task -> isTaken(methods, Names.of(task, type.id()), task.method()))
                .flatMap(task -> duplicate("task", Names.of(task, type.id()), task.name()))
                .toList();
    }

    static List<Problem> duplicateRemotes(ClassModel type) {
        Map<String, String> methods = new HashMap<>();
        return type.remotes().stream()
                .filter(remote -> isTaken(methods, Names.of(remote), remote.method()))
                .flatMap(remote -> duplicate("remote function", Names.of(remote), remote.name()))
                .toList();
    }

    /** Methods of one name are overloaded, which is said already. */
    private static boolean isTaken(Map<String, String> methods, String name, MethodModel method) {
        return !methods.computeIfAbsent(name, first -> method.name()).equals(method.name());
    }

    private static Stream<Problem> duplicate(String kind, String name, Setting<String> setting) {
        return error(
                setting, "there is another " + kind + " \"" + name + "\" in this class; give one a name of its own")
                .stream();
    }
}
