package io.eagleray.backend.local;

import org.junit.jupiter.api.Tag;

/** The oldest Ray that is supported. */
@Tag("any-jdk")
final class OldestLocalRayIT extends LocalRayContract {

    @Override
    String version() {
        return "2.39.0";
    }
}
