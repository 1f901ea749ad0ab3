package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the real Maven. */
class MavenApplicationIT {
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void aProjectOfTwoModules() throws IOException {
        write(
                "pom.xml",
                pom("<packaging>pom</packaging><modules><module>library</module><module>app</module></modules>"));
        write("library/pom.xml", module("library", dependency("org.jspecify", "jspecify", "1.0.1", "compile")));
        write(
                "app/pom.xml",
                module(
                        "app",
                        dependency("example", "library", "1", "compile")
                                + dependency("org.opentest4j", "opentest4j", "1.3.0", "test")));
        write("library/target/classes/a/A.class", "A");
        write("app/target/classes/META-INF/eagleray/b.B.json", "{}");
        for (String pom : List.of("pom.xml", "library/pom.xml", "app/pom.xml")) {
            Files.setLastModifiedTime(
                    folder.resolve(pom), FileTime.from(Instant.now().minusSeconds(60)));
        }
    }

    @Test
    void findsTheModulesWithTasksAndTheirLibraries() throws IOException {
        List<Path> classPath = classPath(folder);
        assertThat(classPath)
                .startsWith(folder.resolve("app/target/classes"), folder.resolve("library/target/classes"));
        assertThat(classPath.stream().map(entry -> entry.getFileName().toString()))
                .containsExactly("classes", "classes", "jspecify-1.0.1.jar");
        assertThat(said.toString()).contains("class path of " + folder.getFileName() + ": asking Maven");

        said.getBuffer().setLength(0);
        assertThat(classPath(folder)).isEqualTo(classPath);
        assertThat(said.toString()).isEmpty();

        assertThat(classPath(folder.resolve("app"))).isEqualTo(classPath);
        write("app/pom.xml", module("app", ""));
        assertThat(classPath(folder.resolve("app"))).containsExactly(folder.resolve("app/target/classes"));
        assertThat(said.toString()).contains("asking Maven");
    }

    @Test
    void saysWhatMavenSaysWhenItFails() throws IOException {
        write("app/pom.xml", module("app", dependency("example", "no-such-library", "1", "compile")));
        assertThatThrownBy(() -> classPath(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Maven cannot tell the class path of " + folder)
                .hasMessageContaining("or name the classes and libraries with --classpath")
                .hasMessageContaining("no-such-library");
    }

    private List<Path> classPath(Path directory) {
        Shell shell = new Shell(
                Map.of(), directory, System.in, new Commentary(new PrintWriter(said, true), false, System::nanoTime));
        return new MavenApplication(directory, shell).classPath();
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String pom(String content) {
        return "<project xmlns='http://maven.apache.org/POM/4.0.0'><modelVersion>4.0.0</modelVersion>"
                + "<groupId>example</groupId><artifactId>root</artifactId><version>1</version>" + content
                + "</project>";
    }

    private static String module(String name, String dependencies) {
        return "<project xmlns='http://maven.apache.org/POM/4.0.0'><modelVersion>4.0.0</modelVersion>"
                + "<parent><groupId>example</groupId><artifactId>root</artifactId><version>1</version></parent>"
                + "<artifactId>" + name + "</artifactId><dependencies>" + dependencies + "</dependencies></project>";
    }

    private static String dependency(String group, String artifact, String version, String scope) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version><scope>" + scope + "</scope></dependency>";
    }
}
