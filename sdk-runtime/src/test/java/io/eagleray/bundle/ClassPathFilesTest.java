package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathFilesTest {
    private static final Map<String, byte[]> SPECS = Map.of(
            "META-INF/eagleray/a.A.json", text("A"),
            "META-INF/eagleray/readme.txt", text("no spec"),
            "other/a.A.json", text("elsewhere"));

    @TempDir
    private Path folder;

    @Test
    void findsNothingInABrokenArchiveButSaysSo() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        assertThatThrownBy(() -> found(broken))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read the class path entry " + broken)
                .hasMessageEndingWith("build it again, or take it off the class path");
    }

    @Test
    void refusesAFileOverTheLimit() throws IOException {
        Path jar = Jars.write(folder.resolve("a.jar"), Map.of("META-INF/eagleray/a.A.json", text("12345678901")));
        assertThatThrownBy(() -> found(jar))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("META-INF/eagleray/a.A.json in " + jar
                        + " has more than 10 bytes: it was not written by Eagleray");
    }

    @Test
    void readsDirectories() throws IOException {
        Path specs = Files.createDirectories(folder.resolve("classes/META-INF/eagleray"));
        Files.writeString(specs.resolve("b.B.json"), "B");
        Files.writeString(specs.resolve("a.A.json"), "A");
        Files.writeString(specs.resolve("a.A.txt"), "no spec");
        assertThat(found(folder.resolve("classes")))
                .containsExactly("META-INF/eagleray/a.A.json=A", "META-INF/eagleray/b.B.json=B");
        assertThat(found(Files.createDirectory(folder.resolve("empty")))).isEmpty();
    }

    @Test
    void readsJars() throws IOException {
        assertThat(found(Jars.write(folder.resolve("a.jar"), SPECS))).containsExactly("META-INF/eagleray/a.A.json=A");
    }

    @Test
    void readsWhatALauncherFindsInsideArchives() throws IOException {
        for (String root : List.of("BOOT-INF", "WEB-INF")) {
            Path archive = Jars.write(
                    folder.resolve(root + ".jar"),
                    Map.of(
                            root + "/classes/META-INF/eagleray/b.B.json", text("B"),
                            root + "/lib/library.jar", Jars.bytes(SPECS),
                            root + "/lib/deeper/ignored.jar", Jars.bytes(SPECS)));
            assertThat(found(archive)).containsExactly("META-INF/eagleray/b.B.json=B", "META-INF/eagleray/a.A.json=A");
        }
    }

    @Test
    void endsWhenTheVisitorHasSeenEnough() throws IOException {
        Path first = Jars.write(folder.resolve("1.jar"), SPECS);
        Path second = Jars.write(folder.resolve("2.jar"), SPECS);
        List<Path> visited = new ArrayList<>();
        new ClassPathFiles("META-INF/eagleray/", ".json", 10).search(List.of(first, second), file -> {
            visited.add(file.entry());
            return false;
        });
        assertThat(visited).containsExactly(first);
    }

    private static List<String> found(Path entry) {
        List<String> found = new ArrayList<>();
        new ClassPathFiles("META-INF/eagleray/", ".json", 10).search(List.of(entry), file -> {
            assertThat(file.entry()).isEqualTo(entry);
            found.add(file.name() + "=" + new String(file.content(), StandardCharsets.UTF_8));
            return true;
        });
        return found;
    }
}
