package io.eagleray.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM as this one, with the same class path. */
final class OwnJvm {
    private OwnJvm() {}

    /** Not started yet. */
    static ProcessBuilder of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
