package io.eagleray.backend.ray;

import io.eagleray.client.BackendException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files for what is too large for memory. Only their owner can read them. What the JVM's end finds in use goes with it: the
 * thread that follows a log may be in the middle of one then.
 */
final class TemporaryFile {
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> IN_USE.forEach(TemporaryFile::remove), "eagleray files"));
        } catch (IllegalStateException e) {
            // it ends already, and who still cleans up is waited for
        }
    }

    private TemporaryFile() {}

    static Path create(String suffix) {
        try {
            Path file = Files.createTempFile("eagleray", suffix);
            IN_USE.add(file);
            return file;
        } catch (IOException e) {
            throw new BackendException(
                    "no temporary file can be made in " + System.getProperty("java.io.tmpdir") + " (" + e
                            + "): make room there, or set -Djava.io.tmpdir",
                    e);
        }
    }

    /** One that cannot be removed yet is tried again at the JVM's end. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            IN_USE.remove(file);
        } catch (IOException e) {
            return; // it stays in use
        }
    }
}
