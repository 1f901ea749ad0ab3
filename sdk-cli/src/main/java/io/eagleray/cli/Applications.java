package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.ClassPath;
import io.eagleray.client.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the user's code: what {@code --classpath} or {@code --app} name, or the project in the current folder. */
final class Applications {
    /** As the JVM reads it: all jars of a folder. */
    private static final String ALL_JARS = File.separator + "*";

    private final Settings settings;
    private final Shell shell;

    Applications(Settings settings, Shell shell) {
        this.settings = settings;
        this.shell = shell;
    }

    /**
     * The application, with a class loader over it.
     *
     * @throws ConfigurationException when there is none; the message says what to do
     */
    Application locate() {
        Set<Path> classPath = new LinkedHashSet<>(entries());
        if (!OwnRuntime.isOn(classPath)) {
            classPath.addAll(OwnRuntime.classPath());
        }
        List<Path> ordered = List.copyOf(new ArrayList<>(classPath));
        return new Application(SharedClasses.applicationLoader(ordered), ordered);
    }

    private List<Path> entries() {
        List<Setting> named = settings.foremost(Setting.CLASSPATH, Setting.APP);
        if (named.size() > 1) {
            throw new ConfigurationException("the application is named twice: by "
                    + settings.of(Setting.CLASSPATH).origin() + " and by "
                    + settings.of(Setting.APP).origin() + "; leave one of them out");
        }
        return named.contains(Setting.CLASSPATH)
                ? named(settings.value(Setting.CLASSPATH).orElseThrow())
                : found(shell.directory()
                        .resolve(settings.value(Setting.APP).orElse(""))
                        .normalize());
    }

    private List<Path> named(String classPath) {
        List<Path> entries = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String text : classPath.split(File.pathSeparator, -1)) {
            boolean all = text.endsWith(ALL_JARS);
            Path path = shell.directory()
                    .resolve(all ? text.substring(0, text.length() - ALL_JARS.length()) : text)
                    .normalize();
            if (text.isBlank()) {
                continue;
            }
            if (all ? !Files.isDirectory(path) : !Files.exists(path)) {
                missing.add(path.toString());
            } else if (all) {
                jarsIn(path).forEach(jar -> entries.addAll(jar(jar)));
            } else {
                entries.addAll(Files.isDirectory(path) ? List.of(path) : jar(path));
            }
        }
        if (!missing.isEmpty() || entries.isEmpty()) {
            throw new ConfigurationException("the class path of "
                    + settings.of(Setting.CLASSPATH).origin()
                    + (missing.isEmpty() ? " is empty" : " names what does not exist: " + String.join(", ", missing)));
        }
        return entries;
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> found(Path place) {
        if (Files.isRegularFile(place)) {
            return jar(place);
        }
        if (!Files.isDirectory(place)) {
            throw new ConfigurationException("there is no application at " + place
                    + ": name a project folder, a folder of classes or a jar with --app");
        }
        if (Pom.isIn(place)) {
            return new MavenApplication(place, shell).classPath();
        }
        if (GradleApplication.isIn(place)) {
            return new GradleApplication(place, shell).classPath();
        }
        if (ClassFolder.isOne(place)) {
            return List.of(place);
        }
        throw new ConfigurationException(place + " holds no application (no pom.xml, no build.gradle, no compiled"
                + " classes): go to your project, or name it with --app DIR|JAR or --classpath");
    }

    private List<Path> jar(Path jar) {
        return ClassPath.ofJar(jar, settings.cache().resolve("apps"));
    }
}
