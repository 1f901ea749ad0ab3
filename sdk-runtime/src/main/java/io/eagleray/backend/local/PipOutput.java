package io.eagleray.backend.local;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What pip prints: what of it is progress, and what it says about a failure. */
final class PipOutput {
    private static final Pattern DOWNLOADING =
            Pattern.compile("\\s*Downloading (?:\\S*/)?(\\S+?)-\\d\\S*(?<!\\.metadata) \\((.+)\\)");
    private static final Pattern INSTALLING = Pattern.compile("Installing collected packages: (.*)");
    private static final Pattern VERSIONS = Pattern.compile("\\(from versions: ([^)]*)\\)");

    /** What says that nothing could be reached at all. */
    private static final List<String> NO_NETWORK = List.of(
            "Failed to establish a new connection",
            "NewConnectionError",
            "NameResolutionError",
            "Temporary failure in name resolution",
            "Name or service not known",
            "nodename nor servname provided",
            "Network is unreachable",
            "No route to host",
            "ConnectTimeoutError",
            "Connection refused");

    /** What says that something was reached, and answered. */
    private static final List<String> REACHED = List.of(
            "407 Proxy Authentication", "SSLError", "SSLCertVerificationError", "HTTP error", "401 Error", "403 Error");

    private static final int LAST_LINES = 6;

    private PipOutput() {}

    /** A line as progress; empty when it is none. */
    static Optional<String> progress(String line) {
        Matcher downloading = DOWNLOADING.matcher(line);
        if (downloading.lookingAt()) {
            return Optional.of("downloading " + downloading.group(1) + " (" + downloading.group(2) + ")");
        }
        Matcher installing = INSTALLING.matcher(line);
        if (installing.lookingAt()) {
            int count = installing.group(1).split(", ", -1).length;
            return Optional.of("unpacking " + count + (count == 1 ? " package" : " packages"));
        }
        return Optional.empty();
    }

    /** Whether it failed because the network, or the package index, is out of reach. */
    static boolean saysNoNetwork(String output) {
        return NO_NETWORK.stream().anyMatch(output::contains)
                && REACHED.stream().noneMatch(output::contains);
    }

    /** The versions that there are, when the one that was asked for is not among them. */
    static Optional<String> otherVersions(String output) {
        Matcher versions = VERSIONS.matcher(output);
        return versions.find() && !versions.group(1).equals("none") ? Optional.of(versions.group(1)) : Optional.empty();
    }

    /** The end of what it printed. */
    static String lastLines(String output) {
        List<String> lines = output.strip().lines().toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
