package io.eagleray.backend.local;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code local?…} says.
 *
 * @param version the Ray that is asked for; empty for any that is supported
 * @param cpus CPUs of each node
 * @param nodes how many nodes
 */
record LocalOptions(Optional<RayVersion> version, int cpus, int nodes) {
    private static final String VERSION_VARIABLE = "EAGLERAY_RAY_VERSION";
    private static final Set<String> KNOWN = Set.of("cpus", "nodes", "ray");
    private static final int MOST = 1024;

    static LocalOptions of(BackendUri uri, Map<String, String> variables) {
        TreeSet<String> unknown = new TreeSet<>(uri.query().keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(
                    "backend \"" + uri + "\": local has no option " + unknown + "; it has " + new TreeSet<>(KNOWN));
        }
        return new LocalOptions(
                version(uri, variables),
                count(uri, "cpus", Runtime.getRuntime().availableProcessors()),
                count(uri, "nodes", 1));
    }

    private static Optional<RayVersion> version(BackendUri uri, Map<String, String> variables) {
        Optional<RayVersion> version = Optional.ofNullable(uri.query().get("ray"))
                .or(() -> Optional.ofNullable(variables.get(VERSION_VARIABLE)).filter(text -> !text.isBlank()))
                .map(RayVersion::of);
        version.filter(asked -> !asked.isSupported()).ifPresent(asked -> {
            throw new ConfigurationException(
                    "Ray " + asked + " is too old: Eagleray works with Ray " + RayVersion.OLDEST + " and later");
        });
        return version;
    }

    private static int count(BackendUri uri, String option, int otherwise) {
        String text = uri.query().get(option);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MOST) {
            throw new ConfigurationException("backend \"" + uri + "\": " + option + "=" + text
                    + " is no count: write a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }
}
