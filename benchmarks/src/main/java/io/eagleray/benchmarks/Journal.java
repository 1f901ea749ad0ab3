package io.eagleray.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file in which the items of a map say where they begin and that they have ended: what a killed worker does not tell.
 *
 * @param file the file, which exists
 */
record Journal(Path file) {
    private static final String BEGUN = "begun";
    private static final String ENDED = "ended";

    void begun(int item) {
        append(BEGUN + " " + item + " " + ProcessHandle.current().pid());
    }

    void ended(int item) {
        append(ENDED + " " + item);
    }

    /** How many times an item has begun. */
    int begun() {
        return (int) lines().stream().filter(line -> line.startsWith(BEGUN)).count();
    }

    /** The worker that has begun an item last. */
    Optional<ProcessHandle> lastWorker() {
        return lines().stream()
                .filter(line -> line.startsWith(BEGUN))
                .reduce((before, line) -> line)
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1))));
    }

    /** How many times an item has come to its end that had done so before. */
    int again() {
        Set<String> seen = new HashSet<>();
        return (int) lines().stream()
                .filter(line -> line.startsWith(ENDED))
                .filter(line -> !seen.add(line))
                .count();
    }

    /** Lines of several processes, each written at once. */
    private void append(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
