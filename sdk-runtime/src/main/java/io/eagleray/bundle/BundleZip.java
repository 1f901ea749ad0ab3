package io.eagleray.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * A zip of a bundle.
 *
 * @param name its name for Ray, {@code _ray_pkg_<hash>.zip}; the hash is over the names and contents in it, so that the
 *     same content has the same name everywhere
 * @param file where it lies
 * @param bytes its size, at most {@link Bundle#MAX_ZIP_BYTES}
 * @param reason why these entries are in one zip, for people
 * @param entries the class path entries in it
 */
public record BundleZip(String name, Path file, long bytes, String reason, List<Path> entries) {

    /** Copies the list. */
    public BundleZip {
        entries = List.copyOf(entries);
    }
}
