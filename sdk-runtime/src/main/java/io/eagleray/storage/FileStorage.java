package io.eagleray.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A folder that both sides see; an object is a file. Who may read it is what the umask says. */
final class FileStorage implements Storage {
    private final Path folder;

    FileStorage(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String name, List<byte[]> content) throws IOException {
        write(name, out -> {
            for (byte[] part : content) {
                out.write(part);
            }
        });
    }

    @Override
    public void write(String name, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            write(name, in::transferTo);
        }
    }

    /** What an object consists of. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private void write(String name, Content content) throws IOException {
        Path file = folder.resolve(ObjectName.check(name));
        try {
            write(file, content);
        } catch (FileSystemException e) {
            throw new IOException(
                    "cannot write " + file + " (" + reason(e) + "): is " + folder
                            + " a folder that every node of the cluster may write to, with room in it?",
                    e);
        }
    }

    private static void write(Path file, Content content) throws IOException {
        Path parent = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path draft = parent.resolve("." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW)) {
                content.to(out);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(folder.resolve(ObjectName.check(name)));
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        Path file = folder.resolve(ObjectName.check(name));
        try {
            return Optional.of(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            throw new IOException(
                    "cannot read " + file + " (" + reason(e) + "): is it readable for who runs this process?", e);
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        return Objects.requireNonNullElse(e.getReason(), e.getClass().getSimpleName());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
