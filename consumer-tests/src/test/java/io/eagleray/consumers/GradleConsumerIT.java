package io.eagleray.consumers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A project as the README shows it for Gradle, built by a real Gradle: in full, and then only what has changed. */
class GradleConsumerIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path PROJECT = TARGET.resolve("consumer builds/gradle");
    private static final Path HOME = TARGET.resolve("gradle home");

    @Test
    void buildsAndThenOnlyWhatHasChanged() throws Exception {
        copy(Path.of("src/gradle"), PROJECT);
        Path launcher = GradleHome.complete(HOME);

        assertThat(gradle(launcher, "run"))
                .contains("BUILD SUCCESSFUL")
                .contains(
                        "Gradle's answer: [Square[root=0, square=0], Square[root=1, square=1], Square[root=2, square=4]]");
        Map<Path, String> before = outputs();
        assertThat(before.keySet())
                .extracting(Path::toString)
                .contains("META-INF/eagleray/com.example.Cubes.json", "com/example/CubesTasks.class");

        Files.delete(source("Halves"));
        edit(source("Cubes"), "x * x * x", "x * (x * x)");
        edit(source("Point"), "double x, double y", "double x, double y, double z");
        assertThat(gradle(launcher, "compileJava"))
                .contains("BUILD SUCCESSFUL")
                .contains("Incremental compilation of")
                .doesNotContain("Full recompilation is required");

        Map<Path, String> after = outputs();
        assertThat(after.keySet()).noneMatch(file -> file.toString().contains("Halves"));
        assertThat(before.keySet().stream().filter(file -> !file.toString().contains("Halves")))
                .containsExactlyElementsOf(after.keySet());
        assertThat(written(before, after, "Squares")).isEmpty();
        assertThat(written(before, after, "Cubes")).isNotEmpty();
        assertThat(PROJECT.resolve("build/classes/java/main/META-INF/eagleray/com.example.Points.json"))
                .content()
                .contains("\"z\"");
    }

    private static String gradle(Path launcher, String task) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8"));
        for (String opened : List.of("java.util", "java.lang", "java.lang.invoke", "java.net", "java.nio.charset")) {
            words.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        words.addAll(List.of("-cp", launcher.toString(), "org.gradle.launcher.GradleMain", task));
        words.addAll(List.of(
                "--no-daemon", "--offline", "--info", "--gradle-user-home", TARGET.resolve("gradle user") + ""));
        words.add("-Dorg.gradle.internal.instrumentation.agent=false");
        words.add("-Dmaven.repo.local=" + property("consumer.repository"));
        words.add("-Pdownloaded=" + property("host.repository"));
        words.add("-PeaglerayVersion=" + property("project.version"));
        Path log = TARGET.resolve("gradle-" + task + ".log");
        Process gradle = new ProcessBuilder(words)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(gradle.waitFor(5, TimeUnit.MINUTES))
                    .as("Gradle ended; see " + log)
                    .isTrue();
        } finally {
            gradle.destroyForcibly();
        }
        return Files.readString(log);
    }

    /** Each file that was compiled or generated, with the time when it was written. */
    private static Map<Path, String> outputs() throws IOException {
        Map<Path, String> outputs = new TreeMap<>();
        for (String folder : List.of("classes/java/main", "generated/sources/annotationProcessor/java/main")) {
            Path root = PROJECT.resolve("build").resolve(folder);
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    outputs.put(
                            root.relativize(file),
                            Files.getLastModifiedTime(file).toString());
                }
            }
        }
        return outputs;
    }

    private static List<Path> written(Map<Path, String> before, Map<Path, String> after, String name) {
        return after.keySet().stream()
                .filter(file -> file.toString().contains(name))
                .filter(file -> !requireNonNull(after.get(file)).equals(before.get(file)))
                .toList();
    }

    private static Path source(String name) {
        return PROJECT.resolve("src/main/java/com/example/" + name + ".java");
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(requireNonNull(copy.getParent()));
                Files.deleteIfExists(copy);
                Files.copy(file, copy);
            }
        }
    }

    private static String property(String name) {
        return requireNonNull(System.getProperty(name), name);
    }
}
