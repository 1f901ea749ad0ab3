package io.eagleray.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The source files that the tests compile, and what they expect of them. */
final class TestFiles {
    /** The folder in the source tree, so that goldens can be rewritten. */
    static final Path ROOT = Path.of(System.getProperty("basedir", ""), "src", "test", "resources");

    /** {@code -Deagleray.updateGoldens} rewrites what is expected. */
    static final boolean UPDATE = System.getProperty("eagleray.updateGoldens") != null;

    private TestFiles() {}

    /** What stands in a folder, in the order of the names. */
    static Stream<Path> in(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files below a folder that end so, by their path in it. */
    static Map<String, String> read(Path folder, String... endings) {
        Map<String, String> contents = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return contents;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .forEach(file ->
                            contents.put(folder.relativize(file).toString().replace('\\', '/'), read(file)));
            return contents;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
