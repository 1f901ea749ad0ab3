package io.eagleray.backend.local;

import io.eagleray.backend.ray.RayVersion;
import java.nio.file.Path;

/**
 * A Python that can make a virtual environment.
 *
 * @param executable where it is
 * @param minor the second number of its version; the first is 3
 */
record Interpreter(Path executable, int minor) {
    private static final int OLDEST = 10;
    private static final int NEWEST = 13;
    private static final int NEWEST_BEFORE_RAY_2_45 = 12;
    private static final RayVersion FIRST_WITH_3_13 = RayVersion.of("2.45.0");

    /** Whether there is a Ray of that version for it. */
    boolean fits(RayVersion ray) {
        return minor >= OLDEST && minor <= newestFor(ray);
    }

    static int newestFor(RayVersion ray) {
        return ray.compareTo(FIRST_WITH_3_13) >= 0 ? NEWEST : NEWEST_BEFORE_RAY_2_45;
    }

    static String range(RayVersion ray) {
        return "3." + OLDEST + " to 3." + newestFor(ray);
    }

    String version() {
        return "3." + minor;
    }
}
