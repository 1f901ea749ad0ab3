package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/** The files of one class path entry. */
interface EntryFiles extends Closeable {

    /** The files' names as a class loader knows them, sorted, each with its bytes when unpacked. */
    SortedMap<String, Long> sizes();

    /** Opens a file. */
    InputStream open(String name) throws IOException;

    /** Where a file lies by itself; empty where it lies in another. */
    default Optional<Path> path(String name) {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;

    /** Works on files. */
    interface Work<T> {
        /** Works on them while they are open. */
        T on(EntryFiles files) throws IOException;
    }

    /**
     * Opens an entry, a directory or a jar.
     *
     * @throws ConfigurationException when it is not there, or cannot be read
     */
    static <T> T with(Path entry, Work<T> work) {
        try (EntryFiles files = Files.isDirectory(entry) ? DirectoryFiles.of(entry) : new JarFiles(entry)) {
            return work.on(files);
        } catch (IOException e) {
            throw unreadable(entry, e);
        }
    }

    /** What is said of an entry that cannot be read. */
    static ConfigurationException unreadable(Path entry, IOException e) {
        if (!Files.exists(entry)) {
            return new ConfigurationException(
                    "the class path entry " + entry + " is not there: build it again, or take it off the class path",
                    e);
        }
        return new ConfigurationException(
                "cannot read the class path entry " + entry + " (" + e.getMessage()
                        + "): build it again, or take it off the class path",
                e);
    }
}
