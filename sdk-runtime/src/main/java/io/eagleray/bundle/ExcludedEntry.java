package io.eagleray.bundle;

import java.nio.file.Path;

/**
 * A class path entry that is not shipped.
 *
 * @param entry the directory or jar
 * @param reason why not, for people
 */
public record ExcludedEntry(Path entry, String reason) {}
