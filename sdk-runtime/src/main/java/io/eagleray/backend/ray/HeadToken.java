package io.eagleray.backend.ray;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The token that a head asks for.
 *
 * @param value the token itself; is never shown
 * @param source where it is from, for people
 */
record HeadToken(String value, String source) {
    private static final String VARIABLE = "RAY_AUTH_TOKEN";
    private static final String PATH_VARIABLE = "RAY_AUTH_TOKEN_PATH";
    private static final int LONGEST = 8192;

    HeadToken {
        if (!value.matches("[!-~]{1," + LONGEST + "}")) {
            throw new ConfigurationException("the token from " + source + " cannot be one: it is empty, or has spaces,"
                    + " line breaks or letters outside ASCII; put the cluster's token there");
        }
    }

    /** The token as Ray looks for it: the variable, the file that a variable names, {@code ~/.ray/auth_token}. */
    static Optional<HeadToken> find(Map<String, String> variables) {
        Optional<String> value = variable(variables, VARIABLE);
        if (value.isPresent()) {
            return Optional.of(new HeadToken(value.get().strip(), VARIABLE));
        }
        Optional<String> path = variable(variables, PATH_VARIABLE);
        if (path.isPresent()) {
            return Optional.of(read(Path.of(path.get()), PATH_VARIABLE + ", " + path.get()));
        }
        String home = variable(variables, "HOME").orElseGet(() -> System.getProperty("user.home"));
        Path usual = Path.of(home, ".ray", "auth_token");
        return Files.isRegularFile(usual) ? Optional.of(read(usual, usual.toString())) : Optional.empty();
    }

    private static HeadToken read(Path file, String source) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LONGEST + 1), StandardCharsets.UTF_8);
            return new HeadToken(text.strip(), source);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot read the token from " + source + " (" + e.getClass().getSimpleName()
                            + "): put the cluster's token there, or set " + VARIABLE,
                    e);
        }
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "a token from " + source;
    }
}
