package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip for Ray that is made for one submission. It lies in a temporary file that only its owner can read, until it is
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
        try {
            return write(Long.MAX_VALUE, MadeZip::neverOversized, zip -> {
                for (Map.Entry<String, byte[]> each : new TreeMap<>(files).entrySet()) {
                    zip.add(each.getKey(), new ByteArrayInputStream(each.getValue()));
                }
            });
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static ConfigurationException neverOversized() {
        throw new IllegalStateException("there is no limit");
    }

    /**
     * Makes a zip of what is in a folder: as Ray does, without {@code .git}, {@code .venv}, {@code venv},
     * {@code __pycache__} and what {@code .gitignore} and {@code .rayignore} files in it say. Links are followed. Neither
     * times nor permissions are kept, nor folders without files.
     *
     * @param folder the folder
     * @param prefix goes before each path; may be empty
     * @param excludes what else is left out, in the syntax of {@code .gitignore}
     * @param limit how many bytes the zip may have
     * @return the zip
     * @throws ConfigurationException when the folder cannot be read, has no files or does not fit, or the zip cannot be
     *     written
     */
    public static MadeZip ofFolder(Path folder, String prefix, List<String> excludes, long limit) {
        try (DirectoryFiles files = DirectoryFiles.of(folder, new IgnoreFiles(folder, excludes))) {
            if (files.sizes().isEmpty()) {
                throw new ConfigurationException("the folder " + folder + " has no files to ship: put some there, or"
                        + " leave fewer out by excludes of @RuntimeEnv and .gitignore or .rayignore files in it");
            }
            return write(limit, () -> Oversized.of(folder, files.sizes(), limit), zip -> {
                for (String name : files.sizes().keySet()) {
                    zip.add(prefix + name, files.open(name));
                }
            });
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot read the folder " + folder + " (" + e + "): check its permissions, or leave out what cannot"
                            + " be read with excludes of @RuntimeEnv",
                    e);
        }
    }

    /** Adds the files, in order. */
    @FunctionalInterface
    private interface Filling {
        void fill(Contents zip) throws IOException;
    }

    /** What is in a zip, and its digest. */
    private record Contents(ZipOutputStream zip, Sha256 sha) {
        void add(String name, InputStream content) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            try (content) {
                sha.add(name, Sha256.copy(content, zip));
            }
            zip.closeEntry();
        }
    }

    private static MadeZip write(long limit, Supplier<ConfigurationException> oversized, Filling filling)
            throws IOException {
        Path file = temporary();
        boolean isWhole = false;
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream limited = new LimitedStream(out, limit, oversized, MadeZip::unwritable);
                ZipOutputStream zip = new ZipOutputStream(limited)) {
            Contents contents = new Contents(zip, new Sha256());
            filling.fill(contents);
            zip.finish();
            isWhole = true;
            return new MadeZip("_ray_pkg_" + contents.sha().hex() + ".zip", file);
        } catch (IOException e) {
            throw e;
        } finally {
            if (!isWhole) {
                remove(file);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("eagleray", ".zip");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static ConfigurationException unwritable(IOException e) {
        return new ConfigurationException(
                "cannot write a temporary file into " + System.getProperty("java.io.tmpdir") + " (" + e.getMessage()
                        + "): make room there, or set -Djava.io.tmpdir",
                e);
    }

    /** Removes the file. */
    @Override
    public void close() {
        remove(file);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
