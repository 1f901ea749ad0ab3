package io.eagleray.flyte.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder as storage.
 *
 * @param folder where the objects are
 */
public record FolderStorage(Path folder) implements ObjectStorage {
    @Override
    public String uri(String name) {
        return "file://" + folder.resolve(name);
    }

    @Override
    public void store(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Override
    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }
}
