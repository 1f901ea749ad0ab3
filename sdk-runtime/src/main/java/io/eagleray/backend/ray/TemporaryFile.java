package io.eagleray.backend.ray;

import io.eagleray.client.BackendException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for what is too large for memory. Only their owner can read them. */
final class TemporaryFile {
    private TemporaryFile() {}

    static Path create(String suffix) {
        try {
            return Files.createTempFile("eagleray", suffix);
        } catch (IOException e) {
            throw new BackendException(
                    "no temporary file can be made in " + System.getProperty("java.io.tmpdir") + " (" + e
                            + "): make room there, or set -Djava.io.tmpdir",
                    e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
