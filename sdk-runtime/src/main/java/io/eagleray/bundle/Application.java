package io.eagleray.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * The user's code: the loader that has it in this process, and the class path that a worker needs to load it again.
 *
 * @param loader the class loader
 * @param classPath directories and jars, in order
 */
public record Application(ClassLoader loader, List<Path> classPath) {

    /** Copies the list. */
    public Application {
        classPath = List.copyOf(classPath);
    }

    /**
     * The application that runs in this JVM: its context class loader, and the class path it was started with.
     *
     * @return the application
     */
    public static Application current() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Application(
                context == null ? Application.class.getClassLoader() : context,
                ClassPath.parse(System.getProperty("java.class.path", "")));
    }
}
