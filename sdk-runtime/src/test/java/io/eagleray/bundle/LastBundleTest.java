package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastBundleTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private final LastBundle last = new LastBundle();

    @TempDir
    private Path folder;

    private Path classes;
    private Path library;

    @BeforeEach
    void write() throws IOException {
        classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("a"));
        settled(Files.writeString(classes.resolve("a/A.class"), "A"));
        library = settled(
                Jars.write(folder.resolve("library.jar"), Map.of("b/B.class", "B".getBytes(StandardCharsets.UTF_8))));
    }

    private static Path settled(Path file) throws IOException {
        return Files.setLastModifiedTime(file, LONG_AGO);
    }

    private Bundle bundle(Path... classPath) {
        return last.of(List.of(classPath), folder.resolve("cache"));
    }

    @Test
    void whatIsAsItWasIsNotLookedIntoAgain() {
        assertThat(bundle(classes, library)).isSameAs(bundle(classes, library));
    }

    @Test
    void anotherClassPathIsAnother() {
        Bundle both = bundle(classes, library);
        assertThat(bundle(library, classes).digest()).isNotEqualTo(both.digest());
        assertThat(last.of(List.of(classes, library), folder.resolve("other")).zips())
                .allSatisfy(zip -> assertThat(zip.file()).startsWith(folder.resolve("other")));
    }

    @Test
    void changesAreSeen() throws IOException {
        Bundle before = bundle(classes, library);
        Files.writeString(classes.resolve("a/A.class"), "Z");
        Bundle changed = bundle(classes, library);
        assertThat(changed.digest()).isNotEqualTo(before.digest());
        settled(Files.writeString(classes.resolve("a/More.class"), "M"));
        Bundle more = bundle(classes, library);
        assertThat(more.digest()).isNotEqualTo(changed.digest());
        Files.delete(classes.resolve("a/More.class"));
        assertThat(bundle(classes, library).digest()).isEqualTo(changed.digest());
        Path other = settled(
                Jars.write(folder.resolve("other.jar"), Map.of("b/B.class", "C".getBytes(StandardCharsets.UTF_8))));
        Files.move(other, library, StandardCopyOption.REPLACE_EXISTING);
        assertThat(bundle(classes, library).digest()).isNotEqualTo(changed.digest());
    }

    /** Its time may be the same after another change. */
    @Test
    void whatHasJustBeenWrittenIsLookedIntoAgain() throws IOException {
        Path file = classes.resolve("a/A.class");
        FileTime now = Files.getLastModifiedTime(Files.writeString(file, "1"));
        Bundle first = bundle(classes);
        Files.setLastModifiedTime(Files.writeString(file, "2"), now);
        assertThat(bundle(classes).digest()).isNotEqualTo(first.digest());
    }

    @Test
    void changesOfWhatAManifestNamesAreSeen() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "library.jar");
        Path jar = folder.resolve("names.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("c/C.class"));
        }
        settled(jar);
        Bundle before = bundle(classes, jar);
        assertThat(bundle(classes, jar)).isSameAs(before);
        Jars.write(library, Map.of("b/B.class", "C".getBytes(StandardCharsets.UTF_8)));
        assertThat(bundle(classes, jar).digest()).isNotEqualTo(before.digest());
    }

    @Test
    void lostZipsAreMadeAgain() throws IOException {
        for (BundleZip zip : bundle(classes, library).zips()) {
            Files.delete(zip.file());
        }
        assertThat(bundle(classes, library).zips())
                .allSatisfy(zip -> assertThat(zip.file()).exists());
    }

    @Test
    void whatIsGoneIsRefused() throws IOException {
        bundle(classes, library);
        Files.delete(library);
        assertThatThrownBy(() -> bundle(classes, library))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("library.jar is not there");
    }
}
