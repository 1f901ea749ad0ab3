package io.eagleray.cli;

import java.util.Locale;

/** For whom the output is. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
