package io.eagleray.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Files that are there as a whole or not at all, whoever else reads and writes them, and whatever fails. */
public final class Draft {
    private Draft() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Writing {
        /**
         * Writes it.
         *
         * @param draft where to
         * @throws IOException when it cannot be written
         */
        void to(Path draft) throws IOException;
    }

    /**
     * Writes a file beside its place, and moves it there when it is complete; nothing is left when that fails.
     *
     * @param file its place, whose folder is made; what lies there is replaced
     * @param writing writes it
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Writing writing) throws IOException {
        Path folder = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path draft = Files.createTempFile(folder, ".", ".part");
        try {
            writing.to(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
