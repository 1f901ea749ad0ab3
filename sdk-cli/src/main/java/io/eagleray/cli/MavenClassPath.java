package io.eagleray.cli;

import io.eagleray.bundle.ClassPath;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Progress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The runtime libraries of Maven modules. Only Maven can tell them, so its answer is kept below {@code target} until one
 * of the {@code pom.xml} files changes.
 */
final class MavenClassPath {
    private static final String FILE = "target/eagleray/classpath";
    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";

    private final Path directory;
    private final Shell shell;

    MavenClassPath(Path directory, Shell shell) {
        this.directory = directory;
        this.shell = shell;
    }

    /** What is kept for a module that has been refreshed. */
    List<Path> of(Path module) {
        return ClassPath.parse(text(module));
    }

    /** Asks Maven for the modules of which nothing, or something outdated, is kept. */
    void refresh(List<Path> modules) {
        List<Path> outdated =
                modules.stream().filter(module -> !isFresh(module)).toList();
        if (!outdated.isEmpty()) {
            shell.says().accept(Progress.of("class path of " + directory.getFileName(), "asking Maven"));
            ask(outdated);
        }
    }

    private static boolean isFresh(Path module) {
        Path kept = module.resolve(FILE);
        return Files.isRegularFile(kept)
                && Pom.read(module).files().stream().noneMatch(pom -> Freshness.isNewer(pom, kept))
                && Arrays.stream(text(module).split(File.pathSeparator))
                        .allMatch(entry -> entry.isBlank() || Files.exists(Path.of(entry)));
    }

    private static String text(Path module) {
        try {
            return Files.readString(module.resolve(FILE)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(List<Path> modules) {
        Path root = Pom.read(directory).root().directory();
        String part = FILE + "." + ProcessHandle.current().pid();
        // compile without compiling: so that Maven finds the modules that need each other where they are
        List<String> arguments = List.of(
                "--batch-mode",
                "--quiet",
                "--projects",
                modules.stream()
                        .map(module -> module.equals(root)
                                ? "."
                                : root.relativize(module).toString())
                        .collect(Collectors.joining(",")),
                "--also-make",
                "-Dmaven.main.skip=true",
                "-Dmdep.outputFile=" + part,
                "-DincludeScope=runtime",
                "compile",
                GOAL);
        try {
            Maven.run(root, arguments);
            for (Path module : Pom.read(root).reactor()) {
                if (Files.exists(module.resolve(part))) {
                    Files.move(module.resolve(part), module.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot ask Maven for the class path of " + root + " (" + e.getMessage()
                            + "): put `mvn` on the PATH, or name the classes and libraries with --classpath",
                    e);
        }
    }
}
