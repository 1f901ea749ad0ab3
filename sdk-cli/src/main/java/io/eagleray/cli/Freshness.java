package io.eagleray.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what is compiled with what it was compiled from. */
final class Freshness {
    private Freshness() {}

    /** Says so when a Java source is newer than every class. */
    static void warn(Path sources, Path classes, String remedy, Shell shell) {
        Optional<Path> source = newest(sources, ".java");
        Optional<Path> compiled = newest(classes, ".class");
        if (source.isPresent() && compiled.isPresent() && isNewer(source.get(), compiled.get())) {
            shell.says()
                    .notice(source.get().getFileName() + " is newer than the classes in " + classes
                            + ": what runs is out of date; run `" + remedy + "`");
        }
    }

    static boolean isNewer(Path file, Path than) {
        return modified(file).compareTo(modified(than)) > 0;
    }

    private static Optional<Path> newest(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .max(Comparator.comparing(Freshness::modified));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
