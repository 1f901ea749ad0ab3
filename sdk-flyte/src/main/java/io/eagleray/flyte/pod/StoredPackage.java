package io.eagleray.flyte.pod;

/**
 * A package, as a pod gets it.
 *
 * @param name its name
 * @param uri where it is stored
 * @param sha256 the digest of the file
 */
record StoredPackage(String name, String uri, String sha256) {}
