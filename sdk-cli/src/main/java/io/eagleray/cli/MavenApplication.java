package io.eagleray.cli;

import io.eagleray.client.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the compiled classes and the libraries of a Maven project: of all its modules that declare tasks. */
final class MavenApplication {
    private final Path directory;
    private final Shell shell;

    MavenApplication(Path directory, Shell shell) {
        this.directory = directory;
        this.shell = shell;
    }

    /** The class path of the project's modules, without duplicates. */
    List<Path> classPath() {
        List<Path> modules = modules();
        modules.forEach(module -> Freshness.warn(module.resolve("src/main"), classes(module), "mvn compile", shell));
        MavenClassPath libraries = new MavenClassPath(directory, shell);
        libraries.refresh(modules);
        Set<Path> entries = new LinkedHashSet<>();
        modules.forEach(module -> entries.add(classes(module)));
        modules.forEach(module -> entries.addAll(libraries.of(module)));
        return List.copyOf(entries);
    }

    private List<Path> modules() {
        List<Path> compiled = new ArrayList<>();
        List<Path> declaring = new ArrayList<>();
        for (Path module : Pom.read(directory).reactor()) {
            if (Files.isDirectory(classes(module))) {
                compiled.add(module);
            }
            if (Files.isDirectory(classes(module).resolve("META-INF/eagleray"))) {
                declaring.add(module);
            }
        }
        if (compiled.isEmpty()) {
            throw new ConfigurationException("the Maven project in " + directory
                    + " is not compiled yet (it has no target/classes): run `mvn compile` there");
        }
        return declaring.isEmpty() ? compiled : declaring;
    }

    private static Path classes(Path module) {
        return module.resolve("target/classes");
    }
}
