package io.eagleray.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

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
}
