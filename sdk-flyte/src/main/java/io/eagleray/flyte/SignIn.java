package io.eagleray.flyte;

import static io.eagleray.flyte.FlyteOptions.variable;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a backend learns who asks. What it holds of secrets is never shown. */
sealed interface SignIn {
    /** The variables, for messages. */
    String PLACES = "set EAGLERAY_FLYTE_TOKEN, EAGLERAY_FLYTE_TOKEN_COMMAND, or EAGLERAY_FLYTE_CLIENT_ID with"
            + " EAGLERAY_FLYTE_CLIENT_SECRET; authType ClientSecret or ExternalCommand of ~/.flyte/config.yaml does, too";

    /** Whether there is something to keep secret. */
    default boolean isSecret() {
        return true;
    }

    /**
     * Nobody says who asks.
     *
     * @param wanted what the configuration asks for, which needs a browser; may be empty
     */
    record None(String wanted) implements SignIn {
        @Override
        public boolean isSecret() {
            return false;
        }

        @Override
        public String toString() {
            return wanted.isEmpty() ? "nothing" : "nothing (authType " + wanted + " needs a browser)";
        }
    }

    /**
     * A token.
     *
     * @param value the token
     * @param source where it is from
     */
    record Token(String value, String source) implements SignIn {
        @Override
        public String toString() {
            return "the token of " + source;
        }
    }

    /**
     * A command that prints a token.
     *
     * @param words its words
     * @param source where it is from
     */
    record Command(List<String> words, String source) implements SignIn {
        /** Copies the list. */
        public Command {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return "the token of the command in " + source;
        }
    }

    /**
     * A client of the authorization server, which gives tokens for its secret.
     *
     * @param id the client's id
     * @param secret its secret
     * @param scopes what tokens are asked for; what the backend says, where there is none
     * @param source where they are from
     */
    record Client(String id, String secret, List<String> scopes, String source) implements SignIn {
        /** Copies the list. */
        public Client {
            scopes = List.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "the client " + id + " of " + source;
        }
    }

    /**
     * Looks for it in the environment, then in flytekit's configuration.
     *
     * @throws ConfigurationException when a part of it is missing
     */
    static SignIn of(Map<String, String> variables, FlytekitConfig config) {
        Optional<String> token = variable(variables, "EAGLERAY_FLYTE_TOKEN");
        if (token.isPresent()) {
            return new Token(token.get(), "EAGLERAY_FLYTE_TOKEN");
        }
        Optional<String> command = variable(variables, "EAGLERAY_FLYTE_TOKEN_COMMAND");
        if (command.isPresent()) {
            return new Command(List.of("/bin/sh", "-c", command.get()), "EAGLERAY_FLYTE_TOKEN_COMMAND");
        }
        Optional<String> id = variable(variables, "EAGLERAY_FLYTE_CLIENT_ID");
        if (id.isPresent()) {
            String secret = variable(variables, "EAGLERAY_FLYTE_CLIENT_SECRET")
                    .orElseThrow(() -> new ConfigurationException("EAGLERAY_FLYTE_CLIENT_ID is set, and the secret of"
                            + " this client is missing: set EAGLERAY_FLYTE_CLIENT_SECRET"));
            return new Client(id.get(), secret, List.of(), "EAGLERAY_FLYTE_CLIENT_ID");
        }
        return of(config, variables);
    }

    private static SignIn of(FlytekitConfig config, Map<String, String> variables) {
        String type = config.text("authType").orElse("");
        return switch (type) {
            case "ClientSecret" ->
                new Client(
                        config.text("clientId").orElseThrow(() -> missing(config, "clientId")),
                        secret(config, variables),
                        config.texts("scopes"),
                        config.source());
            case "ExternalCommand" -> {
                List<String> words = config.texts("command");
                if (words.isEmpty()) {
                    throw missing(config, "command");
                }
                yield new Command(words, config.source());
            }
            default -> new None(type);
        };
    }

    private static String secret(FlytekitConfig config, Map<String, String> variables) {
        Optional<String> variable = config.text("clientSecretEnvVar");
        if (variable.isPresent()) {
            return variable(variables, variable.get())
                    .orElseThrow(() -> new ConfigurationException("clientSecretEnvVar of " + config.source() + " names "
                            + variable.get() + ", which is not set: set it to the client's secret"));
        }
        Path file = Path.of(config.text("clientSecretLocation")
                .orElseThrow(() -> missing(config, "clientSecretLocation or clientSecretEnvVar")));
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(Session.LONGEST_TOKEN), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot read the client's secret from " + file + ", which clientSecretLocation of "
                            + config.source() + " names (" + e.getClass().getSimpleName() + "): put it there",
                    e);
        }
    }

    private static ConfigurationException missing(FlytekitConfig config, String what) {
        return new ConfigurationException("authType " + config.text("authType").orElse("") + " of " + config.source()
                + " needs " + what + " beside it: write it there");
    }
}
