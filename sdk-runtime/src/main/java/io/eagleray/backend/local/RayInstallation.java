package io.eagleray.backend.local;

import io.eagleray.backend.ray.RayVersion;
import java.nio.file.Path;

/**
 * A Ray that can be started.
 *
 * @param python the Python that has it
 * @param version its version
 * @param rayDist its {@code ray_dist.jar}
 * @param nativeFolder where its native library is kept
 * @param managed whether it is in our cache, so that we may repair it
 */
record RayInstallation(Path python, RayVersion version, Path rayDist, Path nativeFolder, boolean managed) {

    @Override
    public String toString() {
        return "Ray " + version + " (" + python + ")";
    }
}
