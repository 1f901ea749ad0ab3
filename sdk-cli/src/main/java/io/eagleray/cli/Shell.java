package io.eagleray.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a command.
 *
 * @param variables the environment variables
 * @param directory the current folder
 * @param input standard input
 * @param says what is said on standard error
 */
record Shell(Map<String, String> variables, Path directory, InputStream input, Commentary says) {
    Shell {
        variables = Map.copyOf(variables);
    }

    /** The folder for what is kept between runs. */
    Path cache() {
        return variable(Setting.CACHE.variable())
                .map(Path::of)
                .or(() -> variable("XDG_CACHE_HOME").map(folder -> Path.of(folder, "eagleray")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "eagleray"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
