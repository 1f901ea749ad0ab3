package io.eagleray.kuberay;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.RayProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Ray of a cluster, reached through the API server: a port of this machine's loopback is forwarded to the head's
 * dashboard. Who has a kubeconfig needs no way into the cluster's network.
 */
final class Tunnel implements AutoCloseable {
    private static final int DASHBOARD = 8265;

    /** What is said of other heads; this one has a token of its own and no TLS on its loopback. */
    private static final List<String> OTHERS = List.of(
            "EAGLERAY_HEADERS",
            "EAGLERAY_CA_FILE",
            "EAGLERAY_CLIENT_CERTIFICATE",
            "EAGLERAY_CLIENT_KEY",
            "EAGLERAY_CLIENT_PASSWORD",
            "RAY_AUTH_TOKEN_PATH");

    private final PortForward forward;
    private final Backend ray;

    private Tunnel(PortForward forward, Backend ray) {
        this.forward = forward;
        this.ray = ray;
    }

    /** Opens the way to a cluster. */
    static Tunnel open(KubeApi api, Provisioning.ReadyCluster cluster, boolean hasToken, BackendEnvironment environment)
            throws InterruptedException {
        Map<String, String> variables = new HashMap<>(environment.variables());
        OTHERS.forEach(variables::remove);
        if (hasToken) {
            variables.put("RAY_AUTH_TOKEN", api.token(cluster.name()));
        }
        PortForward forward = api.forward(cluster.headPod(), DASHBOARD);
        try {
            BackendUri uri = BackendUri.parse("http://127.0.0.1:" + forward.port());
            return new Tunnel(
                    forward,
                    new RayProvider()
                            .open(
                                    uri,
                                    new BackendEnvironment(
                                            environment.application(), variables, environment.progress())));
        } catch (RuntimeException e) {
            forward.close();
            throw e;
        }
    }

    Backend ray() {
        return ray;
    }

    @Override
    public void close() {
        ray.close();
        forward.close();
    }
}
