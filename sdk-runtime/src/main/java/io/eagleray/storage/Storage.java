package io.eagleray.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A place for objects, each with a name such as {@code squares-1/outcome}: letters, digits, {@code .}, {@code _} and
 * {@code -}, with {@code /} between its parts. Safe for use by several threads.
 */
public interface Storage extends AutoCloseable {

    /**
     * Writes an object, or replaces it. It is whole when it is there: who reads at the same time finds the one before, the
     * new one, or none.
     *
     * @param name its name
     * @param content its bytes, one array after the other; they are not copied
     * @throws IOException when it cannot be written; the message says why, and what to do
     */
    void write(String name, List<byte[]> content) throws IOException;

    /**
     * Writes an object, or replaces it, as above. The file is never held in memory as a whole.
     *
     * @param name its name
     * @param content the file with its bytes
     * @throws IOException when it cannot be written, or the file cannot be read; the message says why, and what to do
     */
    void write(String name, Path content) throws IOException;

    /**
     * Whether an object is there.
     *
     * @param name its name
     * @return true if it is
     * @throws IOException when that cannot be told; the message says why, and what to do
     */
    boolean exists(String name) throws IOException;

    /**
     * Opens an object for reading.
     *
     * @param name its name
     * @return its bytes, or empty when it is not there; the caller closes them
     * @throws IOException when that cannot be told; the message says why, and what to do
     */
    Optional<InputStream> open(String name) throws IOException;

    /** Ends what it has opened. What is stored stays. */
    @Override
    void close();
}
