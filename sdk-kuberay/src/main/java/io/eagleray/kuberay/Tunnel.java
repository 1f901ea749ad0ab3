package io.eagleray.kuberay;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.Admission;
import io.eagleray.backend.ray.RayJobs;
import io.eagleray.backend.ray.RayProvider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The Ray of a cluster, reached through the API server: a port of this machine's loopback is forwarded to the head's
 * dashboard. Who has a kubeconfig needs no way into the cluster's network. Only the cluster's own token is shown there.
 */
final class Tunnel implements AutoCloseable {
    private static final int DASHBOARD = 8265;

    private final PortForward forward;
    private final Optional<String> token;

    private Tunnel(PortForward forward, Optional<String> token) {
        this.forward = forward;
        this.token = token;
    }

    /** Opens the way to a cluster. */
    static Tunnel open(KubeApi api, Provisioning.ReadyCluster cluster, RayJob job) throws InterruptedException {
        boolean hasToken = job.getSpec().rayClusterSpec().authOptions() != null;
        Optional<String> token = hasToken ? Optional.of(api.token(cluster.name())) : Optional.empty();
        return new Tunnel(api.forward(cluster.headPod(), DASHBOARD), token);
    }

    /** What asks the jobs of a cluster. */
    @FunctionalInterface
    interface Asking<T> {
        T ask(RayJobs jobs) throws InterruptedException;
    }

    /**
     * Asks the jobs of a cluster, through a way for this question alone.
     *
     * @return the answer, or empty when it is not ready
     */
    static <T> Optional<T> toReady(KubeApi api, RayJob job, Asking<T> asking) throws InterruptedException {
        String name = job.getMetadata().getName();
        Optional<Provisioning.ReadyCluster> ready = new Provisioning(api, progress -> {}, Duration.ofDays(1), name)
                .await(Provisioning.Extent.ALL, Duration.ZERO);
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        try (Tunnel tunnel = open(api, ready.get(), job);
                RayJobs jobs = RayJobs.at(
                        tunnel.uri(),
                        tunnel.token.map(text -> Map.of("RAY_AUTH_TOKEN", text)).orElse(Map.of()))) {
            return Optional.of(asking.ask(jobs));
        }
    }

    private BackendUri uri() {
        return BackendUri.parse("http://127.0.0.1:" + forward.port());
    }

    /** What executions go through; to be closed before this. */
    Backend backend(BackendEnvironment environment, Admission admission) {
        return new RayProvider().open(uri(), token, environment, admission);
    }

    @Override
    public void close() {
        forward.close();
    }
}
