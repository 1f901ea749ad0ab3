package io.eagleray.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells a folder of classes from any other folder. */
final class ClassFolder {
    /** Deep enough for a package, and not a walk through somebody's home. */
    private static final int DEPTH = 12;

    private static final int FILES = 20_000;

    private ClassFolder() {}

    static boolean isOne(Path folder) {
        if (Files.isDirectory(folder.resolve("META-INF/eagleray"))) {
            return true;
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.limit(FILES).anyMatch(file -> file.toString().endsWith(".class"));
        } catch (IOException | UncheckedIOException e) {
            return false; // parts of it are closed to us: it is somebody's home, and no folder of classes
        }
    }
}
