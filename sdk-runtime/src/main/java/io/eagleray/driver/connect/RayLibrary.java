package io.eagleray.driver.connect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a JVM loads to speak with a Ray.
 *
 * @param rayDist that Ray's own {@code ray_dist.jar}
 * @param nativeFolder where its native library is kept, or unpacked to once
 * @param token its token; empty when it has none
 */
public record RayLibrary(Path rayDist, Path nativeFolder, Optional<String> token) {
    /** The file that Ray's logging looks for first. */
    public static final String LOGGING = "log4j2.properties";

    /** A resource beside this class: such a file, by which nothing is logged. */
    public static final String QUIET = "quiet-" + LOGGING;

    /** Without the token. */
    @Override
    public String toString() {
        return rayDist.toString();
    }
}
