package io.eagleray.kuberay;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where clusters are made, and with what.
 *
 * @param namespace the namespace of all that is made
 * @param context the context of the kubeconfig; empty for its current one
 * @param kubeconfig what {@code KUBECONFIG} says; empty for {@code ~/.kube/config}, or the service account of the pod
 * @param image the container image of tasks that name none
 * @param startTimeout how long a cluster may take until it is ready
 * @param owner who asks, for a label
 */
record KubeOptions(
        String namespace,
        Optional<String> context,
        Optional<String> kubeconfig,
        Optional<String> image,
        Duration startTimeout,
        String owner) {
    private static final Set<String> OPTIONS = new TreeSet<>(Set.of("context", "startTimeout"));
    private static final Duration START_TIMEOUT = Duration.ofMinutes(10);
    private static final String DNS_1123 = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    /**
     * Reads the settings.
     *
     * @throws ConfigurationException when one of them cannot be right
     */
    static KubeOptions of(BackendUri uri, Map<String, String> variables) {
        String namespace = uri.location().replaceAll("/+$", "");
        if (!namespace.matches(DNS_1123)) {
            throw new ConfigurationException("backend \"" + uri + "\": \"" + namespace
                    + "\" is no namespace: write kuberay://namespace[?context=…], the namespace in at most 63 lower-case"
                    + " letters, digits or '-'");
        }
        uri.query().keySet().stream()
                .filter(name -> !OPTIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigurationException(
                            "backend \"" + uri + "\": there is no option \"" + name + "\"; there are " + OPTIONS);
                });
        return new KubeOptions(
                namespace,
                Optional.ofNullable(uri.query().get("context")),
                variable(variables, "KUBECONFIG"),
                variable(variables, "EAGLERAY_IMAGE"),
                Optional.ofNullable(uri.query().get("startTimeout"))
                        .map(text -> duration(uri, text))
                        .orElse(START_TIMEOUT),
                variable(variables, "USER").orElseGet(() -> System.getProperty("user.name", "unknown")));
    }

    private static Duration duration(BackendUri uri, String text) {
        if (!text.matches("[1-9]\\d{0,6}[smh]")) {
            throw new ConfigurationException("backend \"" + uri + "\": startTimeout \"" + text
                    + "\" is no duration: write one such as 90s, 15m or 2h");
        }
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
