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

    /** Without the token. */
    @Override
    public String toString() {
        return rayDist.toString();
    }
}
