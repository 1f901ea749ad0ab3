package io.eagleray.flyte;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Trust;
import io.eagleray.client.ConfigurationException;
import java.util.Map;
import java.util.Optional;

/**
 * How a Flyte backend is reached.
 *
 * @param address where it is, and which part of it is meant
 * @param isPlain whether without TLS
 * @param trust the certificates that both sides show
 * @param signIn what it is shown
 */
record FlyteOptions(FlyteAddress address, boolean isPlain, Trust trust, SignIn signIn) {
    /** The option of the URI, and what {@code ~/.flyte/config.yaml} calls it, too. */
    private static final String INSECURE = "insecure";

    private static final String PLAIN_TOKEN = "EAGLERAY_ALLOW_TOKEN_OVER_HTTP";

    /**
     * Reads the settings: what the URI says, then the environment, then {@code ~/.flyte/config.yaml} where that is about
     * the same host.
     *
     * @throws ConfigurationException when one of them cannot be right, or a secret would travel in clear
     */
    static FlyteOptions of(BackendUri uri, Map<String, String> variables) {
        FlyteAddress address = FlyteAddress.of(uri);
        uri.query().keySet().stream()
                .filter(option -> !option.equals(INSECURE))
                .findFirst()
                .ifPresent(option -> {
                    throw new ConfigurationException("backend \"" + uri + "\": there is no option \"" + option
                            + "\"; write insecure=true for a backend without TLS");
                });
        FlytekitConfig config = FlytekitConfig.of(variables).about(address);
        boolean isPlain = Optional.ofNullable(uri.query().get(INSECURE))
                .map(text -> truth("backend \"" + uri + "\": insecure", text))
                .or(config::insecure)
                .orElse(address.isLoopback());
        SignIn signIn = SignIn.of(variables, config);
        if (isPlain && signIn.isSecret() && !address.isLoopback() && !isPlainTokenAllowed(variables)) {
            throw new ConfigurationException(signIn + " would be sent to " + address.authority(true)
                    + " in clear: leave out insecure=true, forward the port to this machine, or set " + PLAIN_TOKEN
                    + "=true where the network is trusted");
        }
        return new FlyteOptions(address, isPlain, Trust.of(variables).orAuthorities(config.authorities()), signIn);
    }

    private static boolean isPlainTokenAllowed(Map<String, String> variables) {
        return truth(PLAIN_TOKEN, variable(variables, PLAIN_TOKEN).orElse("false"));
    }

    private static boolean truth(String what, String text) {
        if (!text.strip().matches("true|false")) {
            throw new ConfigurationException(what + "=" + text + ": write true or false");
        }
        return text.strip().equals("true");
    }

    static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Host and port, for gRPC and for people. */
    String authority() {
        return address.authority(isPlain);
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "the Flyte backend at " + authority();
    }
}
