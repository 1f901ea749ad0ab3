package io.eagleray.kuberay;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.RayProvider;
import java.util.Optional;

/**
 * The Ray of a cluster, reached through the API server: a port of this machine's loopback is forwarded to the head's
 * dashboard. Who has a kubeconfig needs no way into the cluster's network.
 *
 * @param forward the port
 * @param ray what is behind it
 */
record Tunnel(PortForward forward, Backend ray) implements AutoCloseable {
    private static final int DASHBOARD = 8265;

    /** Opens the way to a cluster. Only its own token is shown there. */
    static Tunnel open(KubeApi api, Provisioning.ReadyCluster cluster, boolean hasToken, BackendEnvironment environment)
            throws InterruptedException {
        Optional<String> token = hasToken ? Optional.of(api.token(cluster.name())) : Optional.empty();
        PortForward forward = api.forward(cluster.headPod(), DASHBOARD);
        try {
            BackendUri uri = BackendUri.parse("http://127.0.0.1:" + forward.port());
            return new Tunnel(forward, new RayProvider().open(uri, token, environment));
        } catch (RuntimeException e) {
            forward.close();
            throw e;
        }
    }

    @Override
    public void close() {
        ray.close();
        forward.close();
    }
}
