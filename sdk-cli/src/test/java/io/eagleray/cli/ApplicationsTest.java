package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.bundle.Application;
import io.eagleray.call.TaskCall;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class ApplicationsTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void refusesAPlaceWithoutAnApplication() {
        assertThat(problem("tasks"))
                .isEqualTo(
                        "eagleray: " + folder + " holds no application (no pom.xml, no"
                                + " build.gradle, no compiled classes): go to your project, or name it with --app DIR|JAR or --classpath");
        assertThat(problem("tasks", "--app", "missing"))
                .isEqualTo("eagleray: there is no application at " + folder.resolve("missing")
                        + ": name a project folder, a folder of classes or a jar with --app");
    }

    @Test
    void refusesAnApplicationNamedTwice() {
        assertThat(problem("tasks", "--app", ".", "--classpath", "."))
                .isEqualTo("eagleray: the application is named twice: by flag --classpath and by flag --app; leave one"
                        + " of them out");
    }

    @Test
    void takesWhatIsNamedWhereItCountsMost() throws IOException {
        write("eagleray.yaml", "app: elsewhere\nprofiles:\n  ci:\n    classpath: classes\n");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(problem("tasks")).contains("there is no application at " + folder.resolve("elsewhere"));
        assertThat(problem("tasks", "--classpath", "none")).contains("flag --classpath", folder.resolve("none") + "");
        assertThat(locate(Map.of("EAGLERAY_PROFILE", "ci")).classPath()).startsWith(classes);
        assertThat(locate(Map.of("EAGLERAY_CLASSPATH", "classes")).classPath()).startsWith(classes);
    }

    @Test
    void refusesAClassPathWithHoles() {
        assertThat(problem("tasks", "--classpath", "." + File.pathSeparator + "a.jar" + File.pathSeparator + "b.jar"))
                .isEqualTo("eagleray: the class path of flag --classpath names what does not exist: "
                        + folder.resolve("a.jar") + ", " + folder.resolve("b.jar"));
        assertThat(problem("tasks", "--classpath", File.pathSeparator))
                .isEqualTo("eagleray: the class path of flag --classpath is empty");
    }

    @Test
    void refusesProjectsThatAreNotCompiled() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        assertThat(problem("tasks"))
                .isEqualTo("eagleray: the Maven project in " + folder + " is not compiled yet (it has no"
                        + " target/classes): run `mvn compile` there");
        Files.delete(folder.resolve("pom.xml"));
        Files.createFile(folder.resolve("build.gradle.kts"));
        assertThat(problem("tasks")).contains("is not compiled yet", "run `gradle classes` there");
    }

    @Test
    void refusesAPomThatIsNone() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project>");
        assertThat(problem("tasks")).startsWith("eagleray: cannot read " + folder.resolve("pom.xml") + " (");
    }

    @Test
    void usesClassesOfAGradleProjectAndSaysWhatItLacks() throws IOException {
        Files.createFile(folder.resolve("settings.gradle"));
        Path classes = Files.createDirectories(folder.resolve("build/classes/java/main"));
        Path resources = Files.createDirectories(folder.resolve("build/resources/main"));
        assertThat(locate(Map.of()).classPath()).startsWith(classes, resources);
        assertThat(said.toString())
                .contains("the libraries of the Gradle project in " + folder + " are not known here");
    }

    @Test
    void warnsWhenSourcesAreNewerThanClasses() throws IOException {
        Files.createFile(folder.resolve("build.gradle"));
        Path source = write("src/main/java/a/A.java", "class A {}");
        Path compiled = write("build/classes/java/main/a/A.class", "A");
        Files.setLastModifiedTime(compiled, FileTime.from(Instant.now().minusSeconds(60)));
        locate(Map.of());
        assertThat(said.toString())
                .contains("A.java is newer than the classes in " + folder.resolve("build/classes/java/main")
                        + ": what runs is out of date; run `gradle classes`");
        said.getBuffer().setLength(0);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(120)));
        locate(Map.of());
        assertThat(said.toString()).doesNotContain("newer");
    }

    @Test
    void givesAFolderOfClassesTheRuntimeItNeeds() throws IOException {
        write("a/A.class", "A");
        Application application = locate(Map.of());
        assertThat(application.classPath()).first().isEqualTo(folder);
        assertThat(application.classPath().stream().map(Path::toString))
                .anyMatch(entry -> entry.contains("sdk-runtime"))
                .anyMatch(entry -> entry.contains("sdk-annotations"))
                .anyMatch(entry -> entry.contains("jackson-databind"))
                .anyMatch(entry -> entry.contains("slf4j-api"))
                .noneMatch(entry -> entry.contains("picocli"));
    }

    @Test
    void leavesAnApplicationItsOwnRuntime() throws IOException {
        write("io/eagleray/call/TaskCall.class", "another version");
        assertThat(locate(Map.of()).classPath()).containsExactly(folder);
    }

    @Test
    void unpacksSpringBootJars() throws IOException {
        Path jar = folder.resolve("app.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("BOOT-INF/classes/a/A.class"));
            zip.write("A".getBytes(StandardCharsets.UTF_8));
        }
        Path classes = locate(Map.of("EAGLERAY_APP", "app.jar", "EAGLERAY_CACHE", folder + "/cache"))
                .classPath()
                .get(0);
        assertThat(classes).startsWith(folder.resolve("cache/apps")).endsWith(Path.of("classes"));
        assertThat(classes.resolve("a/A.class")).hasContent("A");
        assertThat(locate(Map.of("EAGLERAY_CLASSPATH", "app.jar", "EAGLERAY_CACHE", folder + "/cache"))
                        .classPath())
                .startsWith(classes);
    }

    @Test
    void takesAllJarsOfAFolder() throws IOException {
        Path two = jar("lib/two.jar");
        Path one = jar("lib/one.jar");
        write("lib/readme.txt", "no jar");
        assertThat(locate(Map.of("EAGLERAY_CLASSPATH", "lib" + File.separator + "*"))
                        .classPath())
                .startsWith(one, two)
                .doesNotContain(folder.resolve("lib/readme.txt"));
        assertThat(problem("tasks", "--classpath", "libs" + File.separator + "*"))
                .endsWith("names what does not exist: " + folder.resolve("libs"));
    }

    @Test
    void sharesTheSdkAndNothingElseWithTheApplication() throws Exception {
        ClassLoader loader = locate(Map.of("EAGLERAY_APP", CommandRun.FIXTURES)).loader();
        assertThat(loader.loadClass(TaskCall.class.getName())).isSameAs(TaskCall.class);
        assertThat(loader.loadClass(Logger.class.getName())).isSameAs(Logger.class);
        assertThat(loader.loadClass("fixture.Demo")).isNotSameAs(fixture.Demo.class);
        assertThat(loader.loadClass("com.fasterxml.jackson.databind.ObjectMapper"))
                .isNotSameAs(com.fasterxml.jackson.databind.ObjectMapper.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> loader.loadClass("picocli.CommandLine")))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource("META-INF/eagleray/fixture.Demo.json")).isNotNull();
        assertThat(loader.getResource("simplelogger.properties")).isNull();
    }

    private String problem(String... arguments) {
        CommandRun run = CommandRun.in(folder, Map.of(), "", arguments);
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.out()).isEmpty();
        return run.err().strip();
    }

    private Application locate(Map<String, String> variables) {
        Shell shell = new Shell(
                variables, folder, System.in, new Commentary(new PrintWriter(said, true), false, System::nanoTime));
        return new Applications(Settings.read(Map.of(), java.util.Optional.empty(), shell), shell).locate();
    }

    private Path jar(String file) throws IOException {
        Path jar = write(file, "");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a/A.txt"));
        }
        return jar;
    }

    private Path write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }
}
