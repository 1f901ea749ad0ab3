package io.eagleray.cli;

import io.eagleray.client.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the compiled classes of a Gradle project. Its libraries only its own build knows. */
final class GradleApplication {
    private static final List<String> SCRIPTS =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
    private static final List<String> OUTPUTS =
            List.of("build/classes/java/main", "build/classes/kotlin/main", "build/resources/main");

    private final Path directory;
    private final Shell shell;

    GradleApplication(Path directory, Shell shell) {
        this.directory = directory;
        this.shell = shell;
    }

    static boolean isIn(Path directory) {
        return SCRIPTS.stream().anyMatch(script -> Files.isRegularFile(directory.resolve(script)));
    }

    List<Path> classPath() {
        List<Path> outputs = OUTPUTS.stream()
                .map(directory::resolve)
                .filter(Files::isDirectory)
                .toList();
        if (outputs.isEmpty()) {
            throw new ConfigurationException("the Gradle project in " + directory + " is not compiled yet (it has none"
                    + " of " + String.join(", ", OUTPUTS) + "): run `gradle classes` there, or name the subproject"
                    + " that has the tasks with --app");
        }
        Stream.of("java", "kotlin")
                .forEach(language -> Freshness.warn(
                        directory.resolve("src/main").resolve(language),
                        directory.resolve("build/classes").resolve(language).resolve("main"),
                        "gradle classes",
                        shell));
        shell.says()
                .notice(
                        "the libraries of the Gradle project in " + directory + " are not known here; if its tasks"
                                + " need any, run `gradle installDist` and pass --classpath 'build/install/NAME/lib/*', or its fat jar with --app");
        return outputs;
    }
}
