package io.eagleray.backend.local;

import io.eagleray.backend.ray.RayVersion;
import java.nio.file.Path;
import java.util.Optional;

/** The Ray that tests start with Ray's own command: the one that is named, or the one in our cache, installed once. */
public final class InstalledRay {
    private InstalledRay() {}

    /** Its {@code ray} command. */
    public static Path command() throws InterruptedException {
        Optional<RayInstallation> named = new RayFinder(System.getenv()).named(Optional.empty());
        return named.isPresent() ? command(named.get()) : command(RayVersion.DEFAULT);
    }

    /** That of a version in our cache. */
    public static Path command(RayVersion version) throws InterruptedException {
        Optional<RayInstallation> found = ManagedRay.find(System.getenv(), version);
        return command(
                found.isPresent() ? found.get() : new RayInstaller(System.getenv(), progress -> {}).install(version));
    }

    private static Path command(RayInstallation installation) {
        return installation.python().resolveSibling("ray");
    }
}
