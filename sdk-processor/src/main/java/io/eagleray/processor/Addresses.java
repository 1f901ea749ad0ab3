package io.eagleray.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is no backend URI, and why: the same as {@code io.eagleray.backend.BackendUri} refuses when the program runs. */
final class Addresses {
    private static final Set<String> BARE = Set.of("embedded", "local");
    private static final Set<String> SCHEMES = Set.of("http", "https", "kuberay", "flyte");
    private static final Pattern HOST_AND_PORT = Pattern.compile("[^/:?]+:\\d+");
    private static final String FORMS =
            "embedded, local[?nodes=N], http(s)://host:port, kuberay://namespace[?context=…]"
                    + " or flyte://host[:port]/project/domain";

    private Addresses() {}

    /** Why the text is no backend URI, and what to write instead; empty where it is one, or is empty. */
    static Optional<String> refusal(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        int question = trimmed.indexOf('?');
        String address = question < 0 ? trimmed : trimmed.substring(0, question);
        int separator = address.indexOf("://");
        String scheme = separator < 0 ? "" : address.substring(0, separator);
        if (!BARE.contains(address) && !SCHEMES.contains(scheme)) {
            return Optional.of("address \"" + text + "\" " + why(trimmed, scheme));
        }
        if (!BARE.contains(address) && address.substring(separator + 3).isBlank()) {
            return Optional.of("address \"" + text + "\" names no " + scheme + " location; write " + FORMS);
        }
        return question < 0 ? Optional.empty() : options(text, trimmed.substring(question + 1));
    }

    private static String why(String address, String scheme) {
        if (address.equals("auto")) {
            return "is Ray's own search for a running Ray; write \"local\", or the cluster's dashboard address,"
                    + " http(s)://host:8265";
        }
        if (scheme.equals("ray")) {
            return "is a Ray Client address, which Java cannot use; write the dashboard address of the same cluster,"
                    + " http(s)://host:8265";
        }
        if (HOST_AND_PORT.matcher(address).matches()) {
            return "is a host and port without a scheme; write the dashboard address, http(s)://host:8265";
        }
        return "is no backend URI; write " + FORMS;
    }

    private static Optional<String> options(String text, String query) {
        Set<String> names = new HashSet<>();
        for (String option : List.of(query.split("&"))) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                return Optional.of(
                        "address \"" + text + "\": option \"" + option + "\" has no value; write name=value");
            }
            String name = option.substring(0, equals);
            if (!names.add(name)) {
                return Optional.of("address \"" + text + "\": option \"" + name + "\" is given twice; leave one out");
            }
        }
        return Optional.empty();
    }
}
