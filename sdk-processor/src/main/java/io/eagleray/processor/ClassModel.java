package io.eagleray.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A class with annotated methods.
 *
 * @param id its name
 * @param place the class
 * @param access who can name it
 * @param surroundings what is around it
 * @param methods all its annotated methods
 * @param tasks those with {@code @Task}
 * @param remotes those with {@code @Remote} and not {@code @Task}
 * @param definitions the classes that their types mention, at any depth, by binary name
 */
record ClassModel(
        ClassId id,
        Place place,
        Definition.Access access,
        Surroundings surroundings,
        List<MethodModel> methods,
        List<TaskModel> tasks,
        List<RemoteModel> remotes,
        Definitions definitions) {

    ClassModel {
        methods = List.copyOf(methods);
        tasks = List.copyOf(tasks);
        remotes = List.copyOf(remotes);
    }

    /**
     * What is around a class.
     *
     * @param file its source file, relative to the source root
     * @param taken the names in its package that other classes of the source have
     * @param runtime whether generated code finds the runtime
     * @param generated whether it finds {@code @Generated}
     */
    record Surroundings(String file, List<String> taken, boolean runtime, boolean generated) {}

    /** Whether the compiler does not know a type (yet). */
    boolean unresolved() {
        return methods.stream().anyMatch(this::unresolved);
    }

    boolean unresolved(MethodModel method) {
        TypeWalk walk = new TypeWalk(definitions);
        return method.types().anyMatch(type -> walk.reaches(type, TypeModel.Unknown.class::isInstance));
    }

    boolean isFunction(MethodModel method) {
        return method.annotations().containsKey("Task") || method.annotations().containsKey("Remote");
    }

    /** The class with some of its functions only, sorted by the names of their methods. */
    ClassModel only(Set<MethodModel> some) {
        return new ClassModel(
                id,
                place,
                access,
                surroundings,
                methods,
                tasks.stream()
                        .filter(task -> some.contains(task.method()))
                        .sorted(Comparator.comparing(task -> task.method().name()))
                        .toList(),
                remotes.stream()
                        .filter(remote -> some.contains(remote.method()))
                        .sorted(Comparator.comparing(remote -> remote.method().name()))
                        .toList(),
                definitions);
    }
}
