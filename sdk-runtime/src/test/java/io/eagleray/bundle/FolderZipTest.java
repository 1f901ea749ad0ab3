package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips of folders. */
final class FolderZipTest {
    private static final long LIMIT = 10_000;

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void holdsTheFilesInOrder() throws IOException {
        write("b.txt", "a.txt", "deep/down.txt");
        assertThat(names("", List.of())).containsExactly("a.txt", "b.txt", "deep/down.txt");
        assertThat(names("mod/", List.of())).containsExactly("mod/a.txt", "mod/b.txt", "mod/deep/down.txt");
    }

    @Test
    void leavesOutWhatRayLeavesOut() throws IOException {
        write(".git/config", "venv/bin/python", ".venv/x", "deep/__pycache__/a.pyc", "a.txt", "b.tmp", "no/b.txt");
        write("deep/secret.txt", "deep/keep.txt", "deep/ray.txt");
        Files.writeString(folder.resolve(".gitignore"), "# not these\n/no/\n");
        Files.writeString(folder.resolve("deep/.gitignore"), "/secret.txt\n");
        Files.writeString(folder.resolve("deep/.rayignore"), "ray.txt");
        assertThat(names("", List.of("*.tmp")))
                .containsExactly(".gitignore", "a.txt", "deep/.gitignore", "deep/.rayignore", "deep/keep.txt");
    }

    @Test
    void isNamedByItsContent() throws IOException {
        write("a.txt", "b.txt");
        String before = name();
        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.fromMillis(0));
        assertThat(name()).isEqualTo(before).matches("_ray_pkg_[0-9a-f]{64}\\.zip");
        Files.writeString(folder.resolve("a.txt"), "changed");
        assertThat(name()).isNotEqualTo(before);
    }

    @Test
    void saysWhatIsTooLarge() throws IOException {
        write("small.txt");
        byte[] noise = new byte[9_000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("large.bin"), noise);
        Files.write(folder.resolve("larger.bin"), Arrays.copyOf(noise, 8_000));
        assertThatThrownBy(() -> zip("", List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the folder " + folder + " does not fit into a zip of 10000 bytes")
                .hasMessageContaining("large.bin (9000 bytes), larger.bin (8000 bytes), small.txt")
                .hasMessageContaining("excludes of @RuntimeEnv");
        assertThat(names("", List.of("larger.*"))).containsExactly("large.bin", "small.txt");
    }

    @Test
    void saysThatThereIsNothing() throws IOException {
        write("a.tmp");
        assertThatThrownBy(() -> zip("", List.of("*.tmp")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the folder " + folder + " has no files to ship");
    }

    @Test
    void saysWhichIgnoreFileIsNoText() throws IOException {
        write("a.txt");
        Files.write(folder.resolve(".gitignore"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> zip("", List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read " + folder.resolve(".gitignore"))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void followsLinksAndSkipsDeadOnes() throws IOException {
        write("a.txt");
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Files.createSymbolicLink(folder.resolve("b.txt"), folder.resolve("a.txt"));
        Files.createSymbolicLink(folder.resolve("dead"), folder.resolve("nothing"));
        assertThat(names("", List.of())).containsExactly("a.txt", "b.txt");
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "content of " + name);
        }
    }

    private String zip(String prefix, List<String> excludes) {
        return FolderZip.write(folder, prefix, excludes, LIMIT, elsewhere.resolve("a.zip"));
    }

    private String name() {
        return zip("", List.of());
    }

    private List<String> names(String prefix, List<String> excludes) throws IOException {
        zip(prefix, excludes);
        try (ZipFile file = new ZipFile(elsewhere.resolve("a.zip").toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
