package io.eagleray.processor;

/** The names of functions. */
final class Names {
    private Names() {}

    static String of(TaskModel task, ClassId declaring) {
        String name = task.name().value();
        return name.isEmpty() ? declaring.simpleName() + "." + task.method().name() : name;
    }

    static String of(RemoteModel remote) {
        String name = remote.name().value();
        return name.isEmpty() ? remote.method().name() : name;
    }
}
