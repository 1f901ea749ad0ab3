package io.eagleray.bundle;

import java.time.LocalDateTime;
import java.util.zip.ZipEntry;

/** Entries of zips that are the same whenever they are written. */
final class TimelessEntry {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TimelessEntry() {}

    static ZipEntry named(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}
