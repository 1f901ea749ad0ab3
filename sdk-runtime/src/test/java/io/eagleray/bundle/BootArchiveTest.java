package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootArchiveTest {
    private final Map<String, byte[]> entries = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void anArchive() {
        entries.put("org/springframework/boot/loader/Launcher.class", text("launcher"));
        entries.put("BOOT-INF/classes/a/A.class", text("A"));
        entries.put("BOOT-INF/lib/two.jar", text("two"));
        entries.put("BOOT-INF/lib/one.jar", text("one"));
        entries.put("BOOT-INF/classpath.idx", text("- BOOT-INF/lib/one.jar"));
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        assertThatThrownBy(() -> BootArchive.classPath(broken, cache()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read or unpack " + broken);
        assertThatThrownBy(() -> BootArchive.classPath(folder.resolve("missing.jar"), cache()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing.jar");
    }

    @Test
    void refusesEntriesThatLeadOutAndLeavesNothing() throws IOException {
        entries.put("BOOT-INF/classes/../../../../evil", text("evil"));
        Path jar = Jars.write(folder.resolve("evil.jar"), entries);
        assertThatThrownBy(() -> BootArchive.classPath(jar, cache()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the entry BOOT-INF/classes/../../../../evil leads out of the archive");
        assertThat(filesIn(cache())).isEmpty();
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void leavesOrdinaryJarsAlone() throws IOException {
        Path jar = Jars.write(folder.resolve("plain.jar"), Map.of("a/A.class", text("A")));
        assertThat(BootArchive.classPath(jar, cache())).containsExactly(jar);
        assertThat(cache()).doesNotExist();
    }

    @Test
    void unpacksClassesAndLibraries() throws IOException {
        List<Path> classPath = BootArchive.classPath(Jars.write(folder.resolve("app.jar"), entries), cache());
        assertThat(classPath.stream().map(entry -> entry.getFileName().toString()))
                .containsExactly("classes", "one.jar", "two.jar");
        assertThat(classPath.get(0).resolve("a/A.class")).hasContent("A");
        assertThat(classPath.get(1)).hasContent("one");
    }

    @Test
    void unpacksEachContentOnce() throws IOException {
        Path jar = Jars.write(folder.resolve("app.jar"), entries);
        List<Path> first = BootArchive.classPath(jar, cache());
        assertThat(BootArchive.classPath(jar, cache())).isEqualTo(first);
        entries.put("BOOT-INF/classes/a/A.class", text("another A"));
        List<Path> second = BootArchive.classPath(Jars.write(jar, entries), cache());
        assertThat(second.get(0).resolve("a/A.class")).hasContent("another A");
        assertThat(first.get(0).resolve("a/A.class")).hasContent("A");
        assertThat(filesIn(cache())).hasSize(2);
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
