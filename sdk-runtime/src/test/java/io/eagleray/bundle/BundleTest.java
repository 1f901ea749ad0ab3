package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    private Path folder;

    @Test
    void refusesAnEntryThatIsGone() {
        Path gone = folder.resolve("gone.jar");
        assertThatThrownBy(() -> bundle(gone))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the class path entry " + gone
                        + " is not there: build it again, or take it off the class path");
    }

    @Test
    void refusesALibraryOverTheLimitAndNamesWhatIsLarge() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Path large = Jars.write(folder.resolve("large.jar"), Map.of("a.bin", noise(9000), "b.bin", noise(100)));
        Bundler bundler = new Bundler(folder.resolve("cache"), 8192);
        assertThatThrownBy(() -> bundler.bundle(Set.of(classes, large)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the class path entry " + large + " does not fit into a zip of 8192 bytes")
                .hasMessageContaining("the largest files in it are a.bin (9000 bytes), b.bin (100 bytes)");
    }

    @Test
    void refusesADirectoryOverTheLimitAndLeavesNothing() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Files.write(classes.resolve("model.bin"), noise(9000));
        Bundler bundler = new Bundler(folder.resolve("cache"), 8192);
        assertThatThrownBy(() -> bundler.bundle(Set.of(classes)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the largest files in it are model.bin (9000 bytes)");
        try (Stream<Path> files = Files.list(folder.resolve("cache/zips"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aLargeFileIsReadAgainWhenItChanges() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        byte[] one = noise(70_000);
        byte[] other = noise(70_000);
        other[69_999]++;
        FileTime now = FileTime.from(Instant.now());
        String before = digest(classes, one, FileTime.fromMillis(1_000));
        assertThat(digest(classes, one, FileTime.fromMillis(1_000))).isEqualTo(before);
        String changed = digest(classes, other, FileTime.fromMillis(2_000));
        assertThat(changed).isNotEqualTo(before);
        assertThat(digest(classes, one, now)).isEqualTo(before);
        assertThat(digest(classes, other, now)).isEqualTo(changed); // too young to be trusted
        try (Stream<Path> kept = Files.list(folder.resolve("cache/digests"))) {
            assertThat(kept).hasSize(2);
        }
    }

    /** As another process finds it. */
    private String digest(Path classes, byte[] content, FileTime changed) throws IOException {
        Files.setLastModifiedTime(Files.write(classes.resolve("model.bin"), content), changed);
        return new Bundler(folder.resolve("cache"), 1 << 20)
                .bundle(Set.of(classes))
                .digest();
    }

    @Test
    void refusesACacheThatCannotBeWritten() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Bundle.of(List.of(classes), file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot write into " + file.resolve("zips"))
                .hasMessageEndingWith("check that it is writable and its disk not full");
    }

    @Test
    void refusesABrokenJar() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "no zip");
        assertThatThrownBy(() -> bundle(folder.resolve("broken.jar")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read or unpack " + folder.resolve("broken.jar"));
    }

    @Test
    void dividesOwnEntriesThatFitOnlyOneByOne() throws IOException {
        Path one = write("one/a/A.class", "A");
        Path two = write("two/b/B.class", "B");
        Files.write(one.resolve("a.bin"), noise(5000));
        Files.write(two.resolve("b.bin"), noise(5001));
        assertThat(new Bundler(folder.resolve("cache"), 8192)
                        .bundle(new LinkedHashSet<>(List.of(one, two)))
                        .zips())
                .extracting(BundleZip::entries)
                .containsExactly(List.of(one), List.of(two));
    }

    @Test
    void shipsADirectoryThatFitsWhenItIsCompressed() throws IOException {
        Path classes = write("classes/a/A.txt", "a".repeat(20_000));
        Bundle bundle = new Bundler(folder.resolve("cache"), 8192).bundle(Set.of(classes));
        assertThat(bundle.bytes()).isLessThan(8192);
    }

    @Test
    void keepsTheLimitOfRay() {
        assertThat(Bundle.MAX_ZIP_BYTES).isEqualTo(104_857_600);
    }

    @Test
    void makesTheSameZipsOfTheSameContentElsewhere() throws IOException {
        Path one = write("one/a/A.class", "A");
        write("one/b ü/B.class", "B");
        write("two with space/b ü/B.class", "B");
        Path two = write("two with space/a/A.class", "A");
        write("two with space/META-INF/maven/g/a/pom.properties", "built now");
        Files.setLastModifiedTime(two.resolve("a/A.class"), FileTime.fromMillis(0));
        Map<String, byte[]> content = Map.of("l/L.class", text("L"));
        Path library = Jars.write(folder.resolve("l-1.jar"), content);
        Path copy = Files.copy(
                library, Files.createDirectories(folder.resolve("copy")).resolve("l-1.jar"));
        Bundle first = Bundle.of(List.of(one, library), folder.resolve("cache"));
        Bundle second = Bundle.of(List.of(two, copy), folder.resolve("other cache"));
        assertThat(second.manifest()).isEqualTo(first.manifest());
        assertThat(names(second)).isEqualTo(names(first));
        for (int i = 0; i < first.zips().size(); i++) {
            assertThat(second.zips().get(i).file())
                    .hasSameBinaryContentAs(first.zips().get(i).file());
        }
    }

    @Test
    void makesTheSameOfAJarThatIsBuiltAgain() throws IOException {
        String spec = "META-INF/eagleray/a.A.json";
        String manifest = "Manifest-Version: 1.0\r\nMulti-Release: true\r\nBuild-Jdk-Spec: ";
        Path one = Jars.write(
                folder.resolve("app-1.jar"),
                Map.of(spec, text("{}"), "META-INF/MANIFEST.MF", text(manifest + "17\r\n\r\n")));
        Path two = Jars.write(
                folder.resolve("app-2.jar"),
                Map.of(
                        spec,
                        text("{}"),
                        "META-INF/MANIFEST.MF",
                        text(manifest + "25\r\n\r\n"),
                        "META-INF/maven/x",
                        text("x")));
        Bundle bundle = bundle(one);
        assertThat(bundle.manifest()).isEqualTo(bundle(two).manifest());
        Path jar = folder.resolve("unpacked.jar");
        try (ZipFile zip = new ZipFile(bundle.zips().get(0).file().toFile())) {
            Files.copy(zip.getInputStream(zip.getEntry("app/0.jar")), jar);
        }
        try (java.util.jar.JarFile unpacked = new java.util.jar.JarFile(jar.toFile())) {
            assertThat(unpacked.isMultiRelease()).isTrue();
            assertThat(unpacked.getInputStream(unpacked.getEntry(spec))).hasContent("{}");
        }
    }

    @Test
    void changesOnlyTheApplicationsZipWithAClass() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Path library = Jars.write(folder.resolve("l.jar"), Map.of("l/L.class", text("L")));
        Bundle before = bundle(classes, library);
        write("classes/a/A.class", "another A");
        Bundle after = bundle(classes, library);
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(names(after).get(0)).isNotEqualTo(names(before).get(0));
        assertThat(names(after).subList(1, 2)).isEqualTo(names(before).subList(1, 2));
    }

    @Test
    void keepsTheOrderOfTheClassPathAndStoresJars() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Path b = Jars.write(folder.resolve("b 1.jar"), Map.of("b/B.class", text("B")));
        Path a = Jars.write(folder.resolve("a-1.jar"), Map.of("c/C.class", text("C")));
        Bundle bundle = bundle(b, classes, a);
        assertThat(bundle.manifest().entries())
                .extracting(entry -> entry.path().replaceAll("[0-9a-f]{16}", "#"))
                .containsExactly("lib/#-b_1.jar", "app/0", "lib/#-a-1.jar");
        assertThat(BundleManifest.of(bundle.manifest().json())).isEqualTo(bundle.manifest());
        try (ZipFile zip = new ZipFile(bundle.zips().get(1).file().toFile())) {
            ZipEntry entry = zip.getEntry(bundle.manifest().entries().get(0).path());
            assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getInputStream(entry)).hasBinaryContent(Files.readAllBytes(b));
        }
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Path zip = bundle(classes).zips().get(0).file();
        Files.setLastModifiedTime(zip, FileTime.fromMillis(0));
        assertThat(bundle(classes).zips().get(0).file()).isEqualTo(zip);
        assertThat(Files.getLastModifiedTime(zip)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void seesThatAnOldJarHasChanged() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Path library = Jars.write(folder.resolve("l.jar"), Map.of("l/L.class", text("L")));
        Files.setLastModifiedTime(library, FileTime.fromMillis(1_000_000));
        List<String> before = names(bundle(classes, library));
        assertThat(names(bundle(classes, library))).isEqualTo(before);
        Jars.write(library, Map.of("l/L.class", text("M")));
        assertThat(names(bundle(classes, library))).isNotEqualTo(before);
    }

    @Test
    void takesApartSpringBootJars() throws IOException {
        Path boot = Jars.write(
                folder.resolve("boot.jar"),
                Map.of(
                        "BOOT-INF/classes/a/A.class",
                        text("A"),
                        "BOOT-INF/lib/l.jar",
                        Jars.bytes(Map.of("l/L.class", text("L")))));
        Bundle bundle = bundle(boot);
        assertThat(bundle.zips()).hasSize(2);
        Bundle unpacked = bundle(
                write("classes/a/A.class", "A"), Jars.write(folder.resolve("l.jar"), Map.of("l/L.class", text("L"))));
        assertThat(names(bundle).get(0)).isEqualTo(names(unpacked).get(0));
    }

    @Test
    void refusesLinksWithoutEnd() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (int i = 0; i < 10; i++) {
            Path each = Files.createDirectories(folder.resolve("linked/" + i));
            for (int j = 0; j < 10; j++) {
                Files.createSymbolicLink(each.resolve("to" + j), folder.resolve("linked/" + j));
            }
        }
        Files.createSymbolicLink(classes.resolve("start"), folder.resolve("linked/0"));
        assertThatThrownBy(() -> bundle(classes))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("it has more than 100000 files and folders, links followed");
    }

    @Test
    void followsLinksButNotInCircles() throws IOException {
        Path classes = write("classes/a/A.class", "A");
        Path elsewhere = write("elsewhere/B.class", "B");
        Files.createSymbolicLink(classes.resolve("b"), elsewhere);
        Files.createSymbolicLink(classes.resolve("circle"), classes);
        Files.createSymbolicLink(classes.resolve("dangling"), folder.resolve("nowhere"));
        try (ZipFile zip = new ZipFile(bundle(classes).zips().get(0).file().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("app/0/a/A.class", "app/0/b/B.class");
        }
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }

    private static List<String> names(Bundle bundle) {
        return new ArrayList<>(bundle.zips().stream().map(BundleZip::name).toList());
    }

    private Bundle bundle(Path... classPath) {
        return Bundle.of(List.of(classPath), folder.resolve("cache"));
    }

    /** Writes a file; gives the first folder of its path. */
    private Path write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return folder.resolve(Path.of(file).getName(0));
    }
}
