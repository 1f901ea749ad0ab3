package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Spring Boot jars and wars: their classes and libraries lie inside, where only their own launcher finds them. A worker
 * needs them as ordinary directories and jars, so they are unpacked once for each content.
 */
public final class BootArchive {
    private static final List<String> ROOTS = List.of("BOOT-INF/", "WEB-INF/");
    private static final int MAX_ENTRIES = 100_000;

    private BootArchive() {}

    /**
     * The class path that a jar stands for.
     *
     * @param jar any jar
     * @param cache the folder in which archives are unpacked
     * @return the jar itself, or for a Spring Boot archive its unpacked classes and libraries, in order
     * @throws ConfigurationException when the jar cannot be read or unpacked
     */
    public static List<Path> classPath(Path jar, Path cache) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String root : ROOTS) {
                if (zip.stream().anyMatch(entry -> entry.getName().startsWith(root + "classes/"))) {
                    return entries(
                            unpacked(zip, root, cache.resolve(Sha256.of(jar).substring(0, 32))));
                }
            }
            return List.of(jar);
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException(
                    "cannot read or unpack " + jar + " (" + e.getMessage() + "): build the jar again, and check that "
                            + cache + " is writable and its disk not full",
                    e);
        }
    }

    private static List<Path> entries(Path unpacked) throws IOException {
        Path libraries = unpacked.resolve("lib");
        if (!Files.isDirectory(libraries)) {
            return List.of(unpacked.resolve("classes"));
        }
        try (Stream<Path> jars = Files.list(libraries)) {
            return Stream.concat(Stream.of(unpacked.resolve("classes")), jars.sorted())
                    .toList();
        }
    }

    private static Path unpacked(ZipFile zip, String root, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path partial = Files.createTempDirectory(target.toAbsolutePath().getParent(), ".unpacking-");
        try {
            unpack(zip, root, partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(partial);
            if (!Files.isDirectory(target)) { // otherwise another process was first
                throw e;
            }
        }
        return target;
    }

    private static void unpack(ZipFile zip, String root, Path target) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new IOException("more than " + MAX_ENTRIES + " entries");
        }
        for (ZipEntry entry : zip.stream().filter(e -> belongs(e, root)).toList()) {
            Path file = target.resolve(entry.getName().substring(root.length())).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("the entry " + entry.getName() + " leads out of the archive");
            }
            Files.createDirectories(file.getParent());
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, file);
            }
        }
    }

    private static boolean belongs(ZipEntry entry, String root) {
        return !entry.isDirectory()
                && (entry.getName().startsWith(root + "classes/")
                        || entry.getName().startsWith(root + "lib/"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
