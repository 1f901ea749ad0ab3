package io.eagleray.bundle;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A class path entry that is shipped.
 *
 * @param entry the directory or jar
 * @param own whether it is the application's own code, not a library
 * @param path where it is in its zip
 * @param digest SHA-256 of its content, in hex
 * @param bytes the most that it takes in a zip: of a library its size, of the application's own without compression
 */
record Part(Path entry, boolean own, String path, String digest, long bytes) {

    String fileName() {
        return Objects.toString(entry.getFileName(), "");
    }
}
