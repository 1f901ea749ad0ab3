package io.eagleray.flyte;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backend URI names: {@code flyte://host[:port]/project/domain}.
 *
 * @param host the host, an IPv6 address in brackets
 * @param port the port; negative where none is named
 * @param project Flyte's project
 * @param domain the project's domain
 */
record FlyteAddress(String host, int port, String project, String domain) {
    private static final String FORM = "flyte://host[:port]/project/domain";
    private static final Pattern LOCATION = Pattern.compile(
            "(?<host>[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(:(?<port>\\d{1,5}))?"
                    + "/(?<project>[^/]+)/(?<domain>[^/]+)/?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");
    private static final int LAST_PORT = 65_535;
    private static final int TLS = 443;
    private static final int PLAIN = 80;

    /**
     * Reads one.
     *
     * @throws ConfigurationException when it is none; the message says what to write
     */
    static FlyteAddress of(BackendUri uri) {
        Matcher parts = LOCATION.matcher(uri.location());
        if (!parts.matches()) {
            throw new ConfigurationException(
                    "backend \"" + uri + "\" does not name host, project and domain: write " + FORM);
        }
        String given = parts.group("port");
        int port = given == null ? -1 : Integer.parseInt(given);
        if (port == 0 || port > LAST_PORT) {
            throw new ConfigurationException(
                    "backend \"" + uri + "\" names port " + given + ": write one from 1 to " + LAST_PORT);
        }
        String host = parts.group("host").toLowerCase(Locale.ROOT);
        return new FlyteAddress(host, port, parts.group("project"), parts.group("domain"));
    }

    boolean isLoopback() {
        return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Host and port, as gRPC and people write them. */
    String authority(boolean isPlain) {
        return host + ":" + (port > 0 ? port : isPlain ? PLAIN : TLS);
    }
}
