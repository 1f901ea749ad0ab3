package io.eagleray.bundle;

import io.eagleray.Task;
import io.eagleray.client.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds classes whose tasks the annotation processor has never seen. */
final class Unprocessed {
    private static final String SUFFIX = ".class";
    private static final int MAX_BYTES = 64 << 20;

    /** How class files name the annotation. Put together here, so that this class file does not seem to have it. */
    private static final String DESCRIPTOR = "L" + Task.class.getName().replace('.', '/') + ";";

    private Unprocessed() {}

    /**
     * Says so when a class has tasks but no spec.
     *
     * @throws ConfigurationException naming the first such class
     */
    static void check(List<Path> classPath, Set<String> processed) {
        new ClassPathFiles("", SUFFIX, MAX_BYTES).search(classPath, file -> {
            String className = file.name()
                    .substring(0, file.name().length() - SUFFIX.length())
                    .replace('/', '.');
            if (!processed.contains(className)
                    && new String(file.content(), StandardCharsets.ISO_8859_1).contains(DESCRIPTOR)) {
                throw new ConfigurationException("the class " + className + " in " + file.entry()
                        + " has methods with @Task, but the annotation processor did not run when it was compiled"
                        + " (JDK 23 and later ignore processors that are only on the class path): name"
                        + " io.eagleray:sdk-processor in annotationProcessorPaths (Maven) or annotationProcessor"
                        + " (Gradle), and compile again");
            }
            return true;
        });
    }
}
