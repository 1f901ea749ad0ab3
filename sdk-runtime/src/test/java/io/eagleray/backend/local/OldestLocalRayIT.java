package io.eagleray.backend.local;

/** The oldest Ray that is supported. */
final class OldestLocalRayIT extends LocalRayContract {

    @Override
    String version() {
        return "2.39.0";
    }
}
