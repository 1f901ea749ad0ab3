package io.eagleray.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;

/**
 * What tells that a file is still the same, without a look into it.
 *
 * @param file where it is
 * @param bytes its size
 * @param changed when it was changed
 * @param key what tells it from another one that has come to its place; empty where the file system does not say
 */
record FileState(Path file, long bytes, Instant changed, String key) {
    /** A file that is younger may still be written without a new time. */
    private static final int SETTLED_SECONDS = 3;

    /** That of a file, of which links lead to the same. */
    static FileState of(Path file) throws IOException {
        return of(file.toRealPath(), Files.readAttributes(file, BasicFileAttributes.class));
    }

    static FileState of(Path file, BasicFileAttributes attributes) {
        return new FileState(
                file,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                Objects.toString(attributes.fileKey(), ""));
    }

    /** Whether a look at the file at that time or later has seen all that this state stands for. */
    boolean isSettled(Instant looked) {
        return changed.isBefore(looked.minusSeconds(SETTLED_SECONDS));
    }
}
