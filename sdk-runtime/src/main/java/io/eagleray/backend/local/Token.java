package io.eagleray.backend.local;

import io.eagleray.backend.ray.RayVersion;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The token of the Rays that this JVM starts: one for all, for Ray's native library remembers the first it gets. */
final class Token {
    private static final int BYTES = 32;
    private static final String TOKEN = random();

    private Token() {}

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static Optional<String> of(RayVersion version) {
        return version.hasTokens() ? Optional.of(TOKEN) : Optional.empty();
    }
}
