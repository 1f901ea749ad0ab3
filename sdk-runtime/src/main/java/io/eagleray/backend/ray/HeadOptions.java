package io.eagleray.backend.ray;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Trust;
import io.eagleray.client.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a head is reached.
 *
 * @param address where it is
 * @param token what it is shown, if there is one
 * @param headers what is sent beside it
 * @param trust the certificates that both sides show
 * @param patience how long one request is tried again and again where that is safe
 * @param timeout how long one attempt may take
 */
record HeadOptions(
        HeadAddress address,
        Optional<HeadToken> token,
        Map<String, String> headers,
        Trust trust,
        Duration patience,
        Duration timeout) {
    private static final String PLAIN = "EAGLERAY_ALLOW_TOKEN_OVER_HTTP";
    private static final int SHORTEST_SECRET = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    HeadOptions {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the settings.
     *
     * @throws ConfigurationException when one of them cannot be right, or a secret would travel in clear
     */
    static HeadOptions of(BackendUri uri, Map<String, String> variables) {
        HeadAddress address = HeadAddress.of(uri);
        if (!uri.query().isEmpty()) {
            throw new ConfigurationException("backend \"" + address + "\" takes no options: leave out "
                    + uri.query().keySet());
        }
        Map<String, String> headers = HeaderLines.read(variables.getOrDefault("EAGLERAY_HEADERS", ""));
        boolean hasOwn = headers.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase); // wins, as in Ray
        Optional<HeadToken> token = hasOwn ? Optional.empty() : HeadToken.find(variables);
        if (!address.isSecure() && !address.isLoopback() && !isPlainAllowed(variables)) {
            token.ifPresent(secret -> refuse(address, secret.toString()));
            headers.keySet().stream().findFirst().ifPresent(name -> refuse(address, "the header " + name));
        }
        return new HeadOptions(address, token, headers, Trust.of(variables), PATIENCE, TIMEOUT);
    }

    /** With nothing but a token. */
    static HeadOptions at(HeadAddress address, Optional<HeadToken> token) {
        return new HeadOptions(address, token, Map.of(), Trust.of(Map.of()), PATIENCE, TIMEOUT);
    }

    private static void refuse(HeadAddress address, String what) {
        throw new ConfigurationException(what + " would be sent to " + address + " in clear: use https, forward the"
                + " port to this machine, or set " + PLAIN + "=true where the network is trusted");
    }

    private static boolean isPlainAllowed(Map<String, String> variables) {
        String text = variables.getOrDefault(PLAIN, "false").strip();
        if (!text.matches("true|false|")) {
            throw new ConfigurationException(PLAIN + "=" + text + ": write true or false");
        }
        return text.equals("true");
    }

    /** The same with other limits of time. */
    HeadOptions within(Duration newPatience, Duration newTimeout) {
        return new HeadOptions(address, token, headers, trust, newPatience, newTimeout);
    }

    /** The same, saying nothing of who asks. */
    HeadOptions anonymous() {
        return new HeadOptions(address, Optional.empty(), Map.of(), trust, patience, timeout);
    }

    /** What never is shown. */
    List<String> secrets() {
        return Stream.concat(token.map(HeadToken::value).stream(), headers.values().stream())
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** Without the headers, which may be secret. */
    @Override
    public String toString() {
        return address.toString();
    }
}
