package io.eagleray.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What happened where only files reach: empty files, whose names tell. */
final class Marks {
    private static final String UNIQUE = ".";

    private Marks() {}

    /** Leaves one, and says how many of that name there are now. */
    static int leave(String folder, String name) throws IOException {
        Files.createTempFile(Path.of(folder), name + UNIQUE, "");
        return count(Path.of(folder), name);
    }

    static int count(Path folder, String name) {
        return (int) all(folder).stream().filter(name::equals).count();
    }

    static List<String> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .map(name -> name.substring(0, name.indexOf(UNIQUE)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
