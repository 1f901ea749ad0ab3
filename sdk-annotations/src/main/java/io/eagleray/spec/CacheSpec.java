package io.eagleray.spec;

/**
 * Whether a result may be reused.
 *
 * @param enabled whether results are cached
 * @param version the version of the cached results; empty means the task's own version
 */
public record CacheSpec(boolean enabled, String version) {}
