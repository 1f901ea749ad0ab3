package io.eagleray.flyte.pod;

import java.nio.file.Path;

/**
 * A file that pods get from a storage.
 *
 * @param name its name, by its content
 * @param file where it lies on this machine
 */
public record StoredFile(String name, Path file) {}
