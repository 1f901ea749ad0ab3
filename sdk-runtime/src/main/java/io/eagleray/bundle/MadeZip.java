package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip for Ray of files that are made, not found. It lies in a temporary file that only its owner can read, until it is
 * closed.
 *
 * @param name its name for Ray, by its content
 * @param file where it lies
 */
public record MadeZip(String name, Path file) implements AutoCloseable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * Makes a zip.
     *
     * @param files the bytes of each file, by its path
     * @return the zip
     * @throws ConfigurationException when it cannot be written
     */
    public static MadeZip of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> sorted = new TreeMap<>(files);
        try {
            Sha256 sha = new Sha256();
            for (Map.Entry<String, byte[]> each : sorted.entrySet()) {
                sha.add(each.getKey(), Sha256.of(each.getValue()));
            }
            Path file = Files.createTempFile("eagleray", ".zip");
            write(sorted, file);
            return new MadeZip("_ray_pkg_" + sha.hex() + ".zip", file);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot write a temporary file into " + System.getProperty("java.io.tmpdir") + " (" + e.getMessage()
                            + "): make room there, or set -Djava.io.tmpdir",
                    e);
        }
    }

    private static void write(SortedMap<String, byte[]> files, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Removes the file. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
