package io.eagleray.backend.ray;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a head's dashboard, which serves the Jobs API.
 *
 * @param root scheme, host, port and, behind a proxy that has one, the path; without a slash at the end
 */
record HeadAddress(URI root) {
    private static final int MOST_PORT = 65_535;
    private static final String FORM = ": write http(s)://host:8265";

    static HeadAddress of(BackendUri uri) {
        if (!Set.of("http", "https").contains(uri.scheme())) {
            throw new ConfigurationException("backend \"" + uri.scheme() + "\" is no address of a Ray head" + FORM);
        }
        String location = uri.location().replaceAll("/+$", "");
        if (location.contains("@")) {
            throw new ConfigurationException("the address of the Ray head holds a name or password, which others can"
                    + " read: leave it out, and set RAY_AUTH_TOKEN, RAY_AUTH_TOKEN_PATH or EAGLERAY_HEADERS");
        }
        try {
            URI root = new URI(uri.scheme() + "://" + location);
            if (root.getHost() == null || root.getPort() > MOST_PORT || root.getFragment() != null) {
                throw new URISyntaxException(location, "no host and port");
            }
            return new HeadAddress(root);
        } catch (URISyntaxException e) {
            throw new ConfigurationException("backend \"" + uri + "\" is no address of a Ray head" + FORM, e);
        }
    }

    /** The address of something below it; the path begins with a slash. */
    URI resolve(String path) {
        return URI.create(root + path);
    }

    URI webSocket(String path) {
        return URI.create((isSecure() ? "wss" : "ws")
                + resolve(path).toString().substring(root.getScheme().length()));
    }

    boolean isSecure() {
        return root.getScheme().equals("https");
    }

    boolean isLoopback() {
        return isLoopback(root.getHost());
    }

    /** Whether a host is this machine, by its name alone: nothing is looked up. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    }

    /** Whether what is sent there stays with the same server. */
    boolean isOrigin(URI other) {
        return root.getScheme().equalsIgnoreCase(other.getScheme())
                && root.getHost().equalsIgnoreCase(other.getHost())
                && port(root) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
