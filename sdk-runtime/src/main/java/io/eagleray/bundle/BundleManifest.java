package io.eagleray.bundle;

import io.eagleray.call.ValueType;
import io.eagleray.wire.Json;
import java.util.List;
import java.util.Objects;

/**
 * How the class path is put together again on the other side, once the zips are unpacked.
 *
 * @param digest the digest of the bundle
 * @param entries the class path, in order
 */
public record BundleManifest(String digest, List<Entry> entries) {
    private static final ValueType TYPE = ValueType.of(BundleManifest.class);

    /** Copies the list. */
    public BundleManifest {
        entries = List.copyOf(entries);
    }

    /**
     * An entry of the class path.
     *
     * @param zip the name of the zip that it is in
     * @param path the directory or jar within the zip, with {@code /} between names
     * @param digest SHA-256 of its content, in hex
     */
    public record Entry(String zip, String path, String digest) {}

    /**
     * Reads a manifest.
     *
     * @param json what {@link #json} wrote
     * @return the manifest
     * @throws io.eagleray.client.ValueException when it is no manifest
     */
    public static BundleManifest of(String json) {
        return (BundleManifest) Objects.requireNonNull(Json.read(json, TYPE));
    }

    /**
     * The manifest as one line of JSON: {@code digest}, and {@code entries} with {@code zip}, {@code path} and
     * {@code digest}.
     *
     * @return the JSON
     */
    public String json() {
        return Json.write(this, TYPE);
    }
}
