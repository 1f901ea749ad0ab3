package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds between the functions of a class. */
final class FunctionRules {
    private FunctionRules() {}

    /** Functions whose name another one before them has. */
    static List<Problem> overloads(List<MethodModel> functions) {
        Set<String> seen = new HashSet<>();
        return Rule.each(
                functions,
                method -> seen.add(method.name())
                        ? none()
                        : error(
                                method.place(),
                                "method \"" + method.name()
                                        + "\" is overloaded: another task or remote function has its name; rename one of"
                                        + " them"));
    }

    /** Functions with the name of a companion's method that takes refs. */
    static List<Problem> namedAsRefs(List<MethodModel> functions, List<RemoteModel> remotes) {
        Map<String, String> refs = new HashMap<>();
        for (RemoteModel remote : remotes) {
            if (!remote.method().parameters().isEmpty()) {
                refs.put(remote.method().name() + "Ref", remote.method().name());
            }
        }
        return Rule.each(
                functions,
                method -> !refs.containsKey(method.name())
                        ? none()
                        : error(
                                method.place(),
                                "method \"" + method.name() + "\" has the name under which the companion offers \""
                                        + refs.get(method.name()) + "\" with refs; rename it"));
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
        return Rule.each(
                type.tasks(), task -> isFree(methods, "task", Names.of(task, type.id()), task.name(), task.method()));
    }

    static List<Problem> duplicateRemotes(ClassModel type) {
        Map<String, String> methods = new HashMap<>();
        return Rule.each(
                type.remotes(),
                remote -> isFree(methods, "remote function", Names.of(remote), remote.name(), remote.method()));
    }

    /** Methods of one name are overloaded, which is said already. */
    private static List<Problem> isFree(
            Map<String, String> methods, String kind, String name, Setting<String> setting, MethodModel method) {
        return methods.computeIfAbsent(name, first -> method.name()).equals(method.name())
                ? none()
                : error(
                        setting,
                        "there is another " + kind + " \"" + name + "\" in this class; give one a name of its own");
    }
}
