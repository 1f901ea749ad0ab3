package io.eagleray.kuberay;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import io.eagleray.spec.TaskSpec;
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
 * @param reuse the kept cluster of tasks that name none; empty for a cluster of its own for each
 * @param owner who asks, for a label
 */
record KubeOptions(
        String namespace,
        Optional<String> context,
        Optional<String> kubeconfig,
        Optional<String> image,
        Duration startTimeout,
        Optional<ReuseSpec> reuse,
        String owner) {
    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final Set<String> OPTIONS = new TreeSet<>(Set.of("context", "startTimeout", "reuse", "idleTtl"));
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
                duration(uri, "startTimeout").orElse(START_TIMEOUT),
                reuse(uri),
                variable(variables, "USER").orElseGet(() -> System.getProperty("user.name", "unknown")));
    }

    /** By when a client has to have begun to ship, from when the operator took the job up. */
    Duration startDeadline() {
        return startTimeout.plus(SLACK);
    }

    /** The kept cluster of a task: what the task says, else what the backend says. */
    Optional<ReuseSpec> reuse(TaskSpec task) {
        return task.rayJob().flatMap(RayJobSpec::reuse).or(() -> reuse);
    }

    private static Optional<ReuseSpec> reuse(BackendUri uri) {
        Optional<Duration> idleTtl = duration(uri, "idleTtl");
        Optional<String> name = Optional.ofNullable(uri.query().get("reuse"));
        if (name.isEmpty() && idleTtl.isPresent()) {
            throw new ConfigurationException("backend \"" + uri
                    + "\": idleTtl has no effect without the name of the kept cluster; add reuse=NAME");
        }
        name.filter(text -> !text.matches(DNS_1123)).ifPresent(text -> {
            throw new ConfigurationException("backend \"" + uri + "\": reuse \"" + text
                    + "\" is no Kubernetes name: write at most 63 lower-case letters, digits or '-'");
        });
        return name.map(text -> new ReuseSpec(text, idleTtl));
    }

    private static Optional<Duration> duration(BackendUri uri, String option) {
        return Optional.ofNullable(uri.query().get(option)).map(text -> {
            if (!text.matches("[1-9]\\d{0,6}[smh]")) {
                throw new ConfigurationException("backend \"" + uri + "\": " + option + " \"" + text
                        + "\" is no duration: write one such as 90s, 15m or 2h");
            }
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        });
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
