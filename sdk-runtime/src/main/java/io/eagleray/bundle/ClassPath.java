package io.eagleray.bundle;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Class paths as the JVM writes them. */
public final class ClassPath {
    private ClassPath() {}

    /**
     * Reads a class path; entries that do not exist are left out, as the JVM does.
     *
     * @param text entries separated by the platform's path separator
     * @return the entries as absolute paths, in order, once each
     */
    public static List<Path> parse(String text) {
        return Arrays.stream(text.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                .distinct()
                .toList();
    }
}
