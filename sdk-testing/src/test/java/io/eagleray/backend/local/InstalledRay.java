package io.eagleray.backend.local;

import io.eagleray.backend.ray.RayVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The Ray that tests start with Ray's own command: the one that is named, or the one in our cache, installed once. */
public final class InstalledRay {
    private InstalledRay() {}

    /** Its {@code ray} command. */
    public static Path command() throws InterruptedException {
        Map<String, String> variables = System.getenv();
        Optional<RayInstallation> found = new RayFinder(variables).named(Optional.empty());
        if (found.isEmpty()) {
            found = ManagedRay.find(variables, RayVersion.DEFAULT);
        }
        RayInstallation installation = found.isPresent()
                ? found.get()
                : new RayInstaller(variables, progress -> {}).install(RayVersion.DEFAULT);
        return installation.python().resolveSibling("ray");
    }
}
