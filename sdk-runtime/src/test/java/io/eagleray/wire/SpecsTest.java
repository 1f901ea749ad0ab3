package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.CacheSpec;
import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RemoteSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.spec.SecretSpec;
import io.eagleray.spec.Signature;
import io.eagleray.spec.SourcePosition;
import io.eagleray.spec.TaskSpec;
import io.eagleray.spec.TypeDefinition;
import io.eagleray.spec.TypeSpec;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpecsTest {
    private static final ResourceSpec NONE = new ResourceSpec(Map.of(), Map.of());
    private static final TypeSpec INTEGER = TypeSpec.of("int");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        file = Files.createDirectories(folder.resolve("META-INF/eagleray")).resolve("p.Squares.json");
    }

    @Test
    void specsComeBackEqual() {
        ClassSpec spec = spec();
        String json = Specs.write(spec);
        assertThat(Specs.read(json)).isEqualTo(spec);
        assertThat(json)
                .startsWith(
                        "{\"schemaVersion\":1,\"className\":\"p.Squares\",\"catalog\":\"p.Squares_Catalog\",\"tasks\":[{\"name\":"
                                + "\"Squares.squares\",\"description\":\"\",\"method\":\"squares\",\"signature\":{\"inputs\":[{\"name\":\"n\",\"type\":"
                                + "{\"name\":\"int\",\"arguments\":[]}}],\"output\":")
                .contains("\"timeout\":\"PT1M30S\"")
                .contains("\"rayStartParams\":{\"block\":\"true\",\"num-cpus\":\"0\"}")
                .contains("\"numCpus\":1.0");
    }

    @Test
    void specsAreFoundOnTheClassPath() throws Exception {
        Files.writeString(file, Specs.write(spec()));
        try (URLClassLoader loader = loader()) {
            assertThat(Specs.load(loader, "p.Squares")).isEqualTo(spec());
        }
        Files.delete(file); // nothing holds it
    }

    @Test
    void aMissingFileMeansThatTheProcessorDidNotRun() throws Exception {
        try (URLClassLoader loader = loader()) {
            assertThatThrownBy(() -> Specs.load(loader, "p.Circles"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "there is no META-INF/eagleray/p.Circles.json on the class path: Eagleray's annotation processor "
                                    + "did not run when p.Circles was compiled. JDK 23 and later ignore processors that are only on the class "
                                    + "path: add io.eagleray:sdk-processor to annotationProcessorPaths (Maven) or annotationProcessor (Gradle), "
                                    + "and recompile");
        }
    }

    @Test
    void aBrokenFileIsNamed() throws Exception {
        Files.writeString(file, "{\"schemaVersion\":1,\"tasks\":[{\"retries\":\"x\"}]}");
        try (URLClassLoader loader = loader()) {
            assertThatThrownBy(() -> Specs.load(loader, "p.Squares"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(file.toUri().toURL()
                            + " cannot be read ($.tasks[0].retries: expected an int, given the text \"x\")");
        }
        assertThatThrownBy(() -> Specs.read("{"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no valid JSON at line 1");
        assertThatThrownBy(() -> Specs.read("{\"tasks\":[]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("component schemaVersion is missing");
    }

    @Test
    void aNewerLayoutIsSaid() {
        assertThatThrownBy(() -> Specs.read("{\"schemaVersion\":2,\"everything\":\"else\"}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the specs has layout 2, written by a newer Eagleray; this one reads 1: run the Eagleray that the class "
                                + "was compiled with, or recompile it");
    }

    @Test
    void componentsOfLaterReleasesAreSkipped() {
        String json = Specs.write(spec()).replace("\"retries\":3", "\"retries\":3,\"later\":{\"a\":[1]}");
        assertThat(Specs.read(json)).isEqualTo(spec());
    }

    private URLClassLoader loader() throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, SpecsTest.class.getClassLoader());
    }

    private static ClassSpec spec() {
        TypeDefinition definition = new TypeDefinition(
                TypeDefinition.Kind.RECORD,
                List.of("T"),
                List.of(new Signature.Input("x", TypeSpec.of("T"))),
                List.of(),
                List.of());
        Signature signature = new Signature(
                List.of(new Signature.Input("n", INTEGER)),
                new TypeSpec("java.util.List", List.of(INTEGER)),
                Map.of("p.Point", definition));
        RayJobSpec job = new RayJobSpec(
                new RayJobSpec.HeadGroupSpec(Map.of("num-cpus", "0", "block", "true"), NONE, ""),
                List.of(new RayJobSpec.WorkerGroupSpec("ray-group", 5, 2, 10, Map.of(), NONE, "")),
                new RuntimeEnvSpec(List.of("numpy"), "", List.of(), "", List.of(), Map.of("A", "b"), OptionalInt.of(5)),
                Optional.of(new RayJobSpec.AutoscalerSpec("DEFAULT", OptionalInt.empty())),
                true,
                OptionalInt.empty(),
                Optional.of(Duration.ofHours(1)),
                "",
                "",
                "",
                "",
                Optional.of(new RayJobSpec.ReuseSpec("shared", Optional.empty())));
        TaskSpec task = new TaskSpec(
                "Squares.squares",
                "",
                "squares",
                signature,
                Optional.of(job),
                NONE,
                3,
                List.of(),
                Optional.of(Duration.ofSeconds(90)),
                new CacheSpec(false, ""),
                false,
                Map.of(),
                List.of(new SecretSpec("db", "password", "DB")),
                Map.of("team", "a"),
                new SourcePosition("p/Squares.java", 7));
        RemoteSpec remote = new RemoteSpec(
                "square",
                "square",
                signature,
                1.0,
                0.0,
                "",
                Map.of("tpu", 0.5),
                0,
                List.of("java.io.IOException"),
                Optional.empty(),
                new SourcePosition("p/Squares.java", 5));
        return new ClassSpec(1, "p.Squares", "p.Squares_Catalog", List.of(task), List.of(remote));
    }
}
