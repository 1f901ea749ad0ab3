package io.eagleray.kuberay;

import io.eagleray.backend.Backend;

/**
 * What goes through a tunnel.
 *
 * @param tunnel the tunnel
 * @param ray what is behind it
 */
record RayLink(Tunnel tunnel, Backend ray) implements AutoCloseable {

    @Override
    public void close() {
        ray.close();
        tunnel.close();
    }
}
