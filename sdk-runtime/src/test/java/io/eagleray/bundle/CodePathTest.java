package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is bundled here is found there, where Ray has unpacked it. */
final class CodePathTest {
    @TempDir
    private Path folder;

    /** Lies in a package too. */
    static final class Shipped {}

    @Test
    void aClassPathOfThisMachineStaysAsItIs() throws IOException {
        List<Path> classPath = List.of(Path.of("/a b/ü.jar"), Path.of("/classes"));
        assertThat(CodePath.find(CodePath.of(classPath), Shipped.class)).isEqualTo(classPath);
    }

    @Test
    void whatIsBundledIsFoundInOrder() throws IOException, ClassNotFoundException {
        Path library = Jars.write(folder.resolve("l.jar"), Map.of("l/L.txt", text("L")));
        Path own = Jars.write(
                folder.resolve("own.jar"), Map.of("META-INF/eagleray/a.A.json", text("{}"), "a/A.txt", text("A")));
        Path classes = folder.resolve("classes");
        write(classes.resolve("b/B.txt"), "B");
        write(classes.resolve("META-INF/eagleray/b.B.json"), "{}");
        BundleManifest manifest = unpack(Bundle.of(List.of(library, classes, own), folder.resolve("cache")));
        List<Path> found = CodePath.find(CodePath.of(manifest), shipped());
        assertThat(found).hasSize(3);
        assertThat(found.get(0)).hasSameBinaryContentAs(library);
        assertThat(found.get(1).resolve("b/B.txt")).hasContent("B");
        try (ZipFile jar = new ZipFile(found.get(2).toFile())) {
            assertThat(jar.getInputStream(jar.getEntry("a/A.txt"))).hasContent("A");
        }
        assertThat(CodePath.find(CodePath.of(manifest), shipped())).isEqualTo(found);
    }

    @Test
    void whatWasChangedOnTheWayIsRefused() throws IOException, ClassNotFoundException {
        Path library = Jars.write(folder.resolve("l.jar"), Map.of("l/L.txt", text("L")));
        Path classes = folder.resolve("classes");
        write(classes.resolve("b/B.txt"), "B");
        BundleManifest manifest = unpack(Bundle.of(List.of(library, classes), folder.resolve("cache")));
        for (BundleManifest.Entry entry : manifest.entries()) {
            Path unpacked = unpacked(entry.zip()).resolve(entry.path());
            Path file = Files.isDirectory(unpacked) ? unpacked.resolve("b/B.txt") : unpacked;
            byte[] sent = Files.readAllBytes(file);
            Files.write(file, new byte[] {1});
            assertThatThrownBy(() -> CodePath.find(CodePath.of(manifest), shipped()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(unpacked + " is not what was sent")
                    .hasMessageContaining(entry.digest());
            Files.write(file, sent);
        }
        assertThat(CodePath.find(CodePath.of(manifest), shipped())).hasSize(2);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException, ClassNotFoundException {
        Path library = Jars.write(folder.resolve("l.jar"), Map.of("l/L.txt", text("L")));
        BundleManifest manifest =
                Bundle.of(List.of(library), folder.resolve("cache")).manifest();
        assertThatThrownBy(() -> CodePath.find(CodePath.of(manifest), shipped()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("Ray has not unpacked it");
    }

    /** As Ray does it. */
    private BundleManifest unpack(Bundle bundle) throws IOException {
        for (BundleZip zip : bundle.zips()) {
            try (ZipFile open = new ZipFile(zip.file().toFile())) {
                for (ZipEntry entry : open.stream().toList()) {
                    try (InputStream content = open.getInputStream(entry)) {
                        Path file = unpacked(zip.name()).resolve(entry.getName());
                        Files.createDirectories(Objects.requireNonNull(file.getParent()));
                        Files.copy(content, file);
                    }
                }
            }
        }
        return bundle.manifest();
    }

    private Path unpacked(String zip) {
        return folder.resolve("resources/py_modules_files").resolve(zip.replace(".zip", ""));
    }

    /** A class that a JVM on a node has been given by Ray. */
    private Class<?> shipped() throws IOException, ClassNotFoundException {
        String name = Shipped.class.getName();
        String file = name.replace('.', '/') + ".class";
        Path packed = folder.resolve("resources/java_jars_files/boot");
        if (Files.notExists(packed)) {
            try (InputStream content = Objects.requireNonNull(Shipped.class.getResourceAsStream("/" + file))) {
                Files.createDirectories(
                        Objects.requireNonNull(packed.resolve(file).getParent()));
                Files.copy(content, packed.resolve(file));
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {packed.toUri().toURL()}, null)) {
            return loader.loadClass(name);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
