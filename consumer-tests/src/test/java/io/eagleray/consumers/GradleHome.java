package io.eagleray.consumers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/**
 * Makes a Gradle that runs of what Maven Central has: there is no distribution of Gradle on it, but one jar with all of
 * its classes, for authors of plugins. Gradle looks for its modules as jars of their own, each with a list of what it
 * needs; so each gets a jar with the list that the one jar has for it, beside the one jar.
 */
final class GradleHome {
    private static final String LIST = "-classpath.properties";

    /** Javac's task is wrapped by classes that are loaded apart from all others. */
    private static final String COMPILER_PLUGIN = "gradle-java-compiler-plugin";

    private static final String COMPILER_CLASSES = "org/gradle/internal/compiler/java/";
    private static final Pattern VERSION = Pattern.compile("gradle-base-services-(.*)\\.jar");

    private final Path home;
    private final Path all;
    private final String version;

    private GradleHome(Path home, Path all, String version) {
        this.home = home;
        this.all = all;
        this.version = version;
    }

    /**
     * Completes a folder whose {@code lib} holds the one jar, under the name of a module that every part of Gradle loads.
     *
     * @return the class path to start Gradle with
     */
    static Path complete(Path home) throws IOException {
        try (var jars = Files.list(home.resolve("lib"))) {
            Path all = jars.filter(jar -> VERSION.matcher(name(jar)).matches())
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar with all of Gradle in " + home.resolve("lib")));
            var matcher = VERSION.matcher(name(all));
            new GradleHome(home, all, matcher.matches() ? matcher.group(1) : "").writeModules();
            return all;
        }
    }

    private void writeModules() throws IOException {
        Files.createDirectories(home.resolve("lib/plugins"));
        Set<String> modules = new TreeSet<>(List.of("gradle-instrumentation-agent"));
        Set<String> libraries = new TreeSet<>();
        try (JarFile jar = new JarFile(all.toFile())) {
            for (JarEntry entry : jar.stream().filter(GradleHome::isList).toList()) {
                modules.add(entry.getName().substring(0, entry.getName().length() - LIST.length()));
                String list = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                modules.addAll(values(list, "projects"));
                libraries.addAll(values(list, "runtime"));
            }
            for (String module : modules) {
                writeModule(jar, module);
            }
        }
        for (String library : libraries) { // within the one jar, unless it lies here
            if (!Files.exists(home.resolve("lib").resolve(library))) {
                new JarOutputStream(write(library)).close();
            }
        }
    }

    private void writeModule(JarFile jar, String module) throws IOException {
        String file = module + "-" + version + ".jar";
        if (file.equals(name(all))) {
            return;
        }
        try (JarOutputStream out = new JarOutputStream(write(file))) {
            JarEntry list = jar.getJarEntry(module + LIST);
            out.putNextEntry(new JarEntry(module + LIST));
            out.write(
                    list == null
                            ? "projects=\nruntime=\n".getBytes(StandardCharsets.UTF_8)
                            : jar.getInputStream(list).readAllBytes());
            for (JarEntry entry : jar.stream().toList()) {
                if (module.equals(COMPILER_PLUGIN) && entry.getName().startsWith(COMPILER_CLASSES)) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private OutputStream write(String file) throws IOException {
        return Files.newOutputStream(home.resolve("lib").resolve(file));
    }

    private static boolean isList(JarEntry entry) {
        return entry.getName().startsWith("gradle-") && entry.getName().endsWith(LIST);
    }

    private static List<String> values(String properties, String key) {
        return properties
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .flatMap(line -> Arrays.stream(line.substring(key.length() + 1).split(",")))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
