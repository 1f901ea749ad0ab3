package io.eagleray.backend;

import io.eagleray.client.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The address of a backend, such as {@code embedded}, {@code local?nodes=3} or {@code kuberay://team-a?context=dev}.
 *
 * @param scheme which kind of backend
 * @param location what stands between scheme and query, without {@code //}; may be empty
 * @param query the options after {@code ?}, in order
 */
public record BackendUri(String scheme, String location, Map<String, String> query) {
    private static final Set<String> BARE = Set.of("embedded", "local");
    private static final Set<String> SCHEMES = Set.of("http", "https", "kuberay", "flyte");
    private static final String FORMS =
            "embedded, local[?nodes=N], http(s)://host:port, kuberay://namespace[?context=…]"
                    + " or flyte://host[:port]/project/domain";

    /** The one that is used where none is named. */
    public static final BackendUri DEFAULT = parse("local");

    /** Copies the map. */
    public BackendUri {
        query = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /**
     * Reads an address. {@code java.net.URI} is not used: it refuses {@code local:} and drops the host of context names.
     *
     * @param text the address
     * @return its parts
     * @throws ConfigurationException when it is none; the message says what to write instead
     */
    public static BackendUri parse(String text) {
        String trimmed = text.strip();
        int question = trimmed.indexOf('?');
        String address = question < 0 ? trimmed : trimmed.substring(0, question);
        Map<String, String> query = question < 0 ? Map.of() : options(text, trimmed.substring(question + 1));
        if (BARE.contains(address)) {
            return new BackendUri(address, "", query);
        }
        int separator = address.indexOf("://");
        String scheme = separator < 0 ? "" : address.substring(0, separator);
        if (!SCHEMES.contains(scheme)) {
            throw new ConfigurationException(refusal(text, scheme));
        }
        String location = address.substring(separator + 3);
        if (location.isBlank()) {
            throw new ConfigurationException(
                    "backend \"" + text + "\" names no " + scheme + " location: write " + FORMS);
        }
        return new BackendUri(scheme, location, query);
    }

    private static String refusal(String text, String scheme) {
        if (text.strip().equals("auto")) {
            return "backend \"auto\" is Ray's own search for a running Ray: write \"local\", or the cluster's dashboard"
                    + " address, http(s)://host:8265";
        }
        if (scheme.equals("ray")) {
            return "backend \"" + text + "\" is a Ray Client address, which Java cannot use: write the dashboard"
                    + " address of the same cluster, http(s)://host:8265";
        }
        if (text.matches("[^/:?]+:\\d+")) {
            return "backend \"" + text + "\" is a host and port without a scheme: write the dashboard address,"
                    + " http(s)://host:8265";
        }
        return "backend \"" + text + "\" is no backend URI: write " + FORMS;
    }

    private static Map<String, String> options(String text, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : List.of(query.split("&"))) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new ConfigurationException(
                        "backend \"" + text + "\": option \"" + option + "\" is not of the form name=value");
            }
            if (options.put(option.substring(0, equals), option.substring(equals + 1)) != null) {
                throw new ConfigurationException(
                        "backend \"" + text + "\": option \"" + option.substring(0, equals) + "\" is given twice");
            }
        }
        return options;
    }

    /** The address as it is written. */
    @Override
    public String toString() {
        String address = BARE.contains(scheme) ? scheme : scheme + "://" + location;
        return query.isEmpty()
                ? address
                : address
                        + query.entrySet().stream()
                                .map(option -> option.getKey() + "=" + option.getValue())
                                .collect(java.util.stream.Collectors.joining("&", "?", ""));
    }
}
