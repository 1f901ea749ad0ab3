package io.eagleray.backend.local;

/** The Ray that users get. */
final class LocalRayIT extends LocalRayContract {

    @Override
    String version() {
        return "2.60.0";
    }
}
