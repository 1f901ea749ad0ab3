package io.eagleray.backend;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where what is made once is kept: {@code EAGLERAY_CACHE}, else {@code $XDG_CACHE_HOME/eagleray}, else {@code ~/.cache/eagleray}. */
public final class CacheFolder {
    private CacheFolder() {}

    /**
     * The folder.
     *
     * @param variables the environment variables
     * @return its absolute path; it may be missing
     */
    public static Path of(Map<String, String> variables) {
        return variable(variables, "EAGLERAY_CACHE")
                .or(() -> variable(variables, "XDG_CACHE_HOME").map(folder -> folder.resolve("eagleray")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "eagleray"))
                .toAbsolutePath();
    }

    private static Optional<Path> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
