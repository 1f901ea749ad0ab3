package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleRulesTest {
    @TempDir
    private Path folder;

    private Path classes = Path.of("");

    @BeforeEach
    void anApplication() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("A.class"), "A");
    }

    @Test
    void refusesNewerBytecodeAndNamesIt() throws IOException {
        Path newer = jar("newer.jar", Map.of("a/Old.class", version(61), "a/New.class", version(65)));
        Bundle bundle = bundle(newer);
        assertThatThrownBy(() -> NewestClass.requireJava(bundle.newestClasses(), 17))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the cluster runs Java 17, which is too old for a.New in newer.jar (major version 65, Java 21):"
                                + " compile with --release 17, take libraries made for it, or run a newer Java there");
        NewestClass.requireJava(bundle.newestClasses(), 21);
    }

    @Test
    void allowsNewerBytecodeThatIsForNewerJdks() throws IOException {
        Bundle bundle = bundle(jar(
                "multi.jar",
                Map.of(
                        "META-INF/versions/21/a/A.class",
                        version(65),
                        "module-info.class",
                        version(65),
                        "a/A.class",
                        version(52))));
        assertThat(bundle.newestClasses()).isEmpty();
    }

    @Test
    void warnsOfClassesThatAreThereTwice() throws IOException {
        Path one = jar("one.jar", Map.of("a/B.class", text("B"), "a/Same.class", text("same")));
        Path two = jar("two.jar", Map.of("a/B.class", text("other"), "a/Same.class", text("same")));
        assertThat(bundle(one, two).warnings())
                .containsExactly("a.B is in " + one + " and, with other content, in " + two
                        + ": the first is used; take one of them off the class path");
    }

    @Test
    void shipsWhatDeclaresTasksWhateverItsPackages() throws IOException {
        Path tests = jar(
                "tests.jar",
                Map.of(
                        "io/eagleray/testing/MyTasks.class",
                        text("MyTasks"),
                        "META-INF/eagleray/io.eagleray.testing.My.json",
                        text("{}")));
        assertThat(bundle(tests).excluded()).isEmpty();
    }

    @Test
    void leavesOutWhatTheSubmittingSideAndRayBring() throws IOException {
        Path cli = jar("cli.jar", Map.of("io/eagleray/cli/Main.class", text("cli")));
        Path picocli = jar("picocli.jar", Map.of("picocli/CommandLine.class", text("picocli")));
        Path ray = jar("ray-api.jar", Map.of("io/ray/api/Ray.class", text("ray")));
        Path fat = jar("fat.jar", Map.of("io/ray/api/Ray.class", text("ray"), "x/X.class", text("X")));
        assertThat(bundle(cli, picocli, ray, fat).excluded())
                .containsExactly(
                        new ExcludedEntry(cli, "only the submitting side of Eagleray needs it"),
                        new ExcludedEntry(picocli, "only io.eagleray.cli.* of Eagleray needs it"),
                        new ExcludedEntry(ray, "Ray brings it itself"));
    }

    @Test
    void leavesOutNothingOfWhatIsWhole() throws IOException {
        Path flyte = Files.createDirectories(folder.resolve("flyte/io/eagleray/flyte"));
        Files.writeString(flyte.resolve("Pod.class"), "pod");
        Path cli = jar("cli.jar", Map.of("io/eagleray/cli/Main.class", text("cli")));
        Bundle bundle = Bundle.whole(List.of(folder.resolve("flyte"), cli), folder.resolve("cache"));
        assertThat(bundle.excluded()).isEmpty();
        assertThat(bundle.manifest().entries().stream().map(BundleManifest.Entry::path))
                .satisfiesExactly(
                        own -> assertThat(own).isEqualTo("app/0"),
                        jar -> assertThat(jar).endsWith("-cli.jar"));
    }

    @Test
    void shipsWhatTheApplicationNeedsItself() throws IOException {
        Path cli = jar("cli.jar", Map.of("io/eagleray/cli/Main.class", text("cli")));
        Path picocli = jar("picocli.jar", Map.of("picocli/CommandLine.class", text("picocli")));
        assertThat(bundle(picocli).excluded()).isEmpty();
        Files.writeString(classes.resolve("A.class"), "uses picocli/CommandLine");
        assertThat(bundle(cli, picocli).excluded())
                .extracting(ExcludedEntry::entry)
                .containsExactly(cli);
    }

    @Test
    void shipsWhatAnotherLibraryNeeds() throws IOException {
        Path kuberay = jar("kuberay.jar", Map.of("io/eagleray/kuberay/K.class", text("K")));
        Path client = jar("client.jar", Map.of("io/fabric8/kubernetes/C.class", text("C")));
        Path operator = jar("operator.jar", Map.of("o/O.class", text("uses io/fabric8/kubernetes/C")));
        assertThat(bundle(kuberay, client).excluded())
                .extracting(ExcludedEntry::entry)
                .containsExactly(kuberay, client);
        assertThat(bundle(kuberay, client, operator).excluded())
                .extracting(ExcludedEntry::entry)
                .containsExactly(kuberay);
    }

    @Test
    void leavesOutWhatIsEmptyOrThereTwice() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path one = jar("l.jar", Map.of("a/B.class", text("B")));
        Path copy =
                Files.copy(one, Files.createDirectories(folder.resolve("copy")).resolve("l.jar"));
        assertThat(bundle(empty, one, copy).excluded())
                .containsExactly(
                        new ExcludedEntry(empty, "it is empty"), new ExcludedEntry(copy, "it is the same as " + one));
    }

    @Test
    void isTheSameWithAnEmptyFolderBefore() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path cache = folder.resolve("cache");
        assertThat(Bundle.of(List.of(empty, classes), cache).digest())
                .isEqualTo(Bundle.of(List.of(classes), cache).digest());
    }

    @Test
    void shipsAFileWithoutContent() throws IOException {
        Path marker = Files.createDirectories(folder.resolve("marker"));
        Files.createFile(marker.resolve("marker.txt"));
        assertThat(bundle(marker).excluded()).isEmpty();
    }

    private Bundle bundle(Path... libraries) {
        List<Path> classPath = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(classes), java.util.Arrays.stream(libraries))
                .toList();
        return Bundle.of(classPath, folder.resolve("cache"));
    }

    private Path jar(String name, Map<String, byte[]> content) throws IOException {
        return Jars.write(folder.resolve(name), content);
    }

    private static byte[] version(int major) {
        return new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) major};
    }
}
