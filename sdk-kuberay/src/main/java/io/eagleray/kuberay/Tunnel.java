package io.eagleray.kuberay;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.Admission;
import io.eagleray.backend.ray.RayJobs;
import io.eagleray.backend.ray.RayProvider;
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

    private BackendUri uri() {
        return BackendUri.parse("http://127.0.0.1:" + forward.port());
    }

    /** What executions go through; to be closed before this. */
    Backend backend(BackendEnvironment environment, Admission admission) {
        return new RayProvider().open(uri(), token, environment, admission);
    }

    /** Its jobs; to be closed before this. */
    RayJobs jobs() {
        return RayJobs.at(
                uri(), token.map(text -> Map.of("RAY_AUTH_TOKEN", text)).orElse(Map.of()));
    }

    @Override
    public void close() {
        forward.close();
    }
}
