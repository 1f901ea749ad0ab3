package io.eagleray.kuberay;

import io.eagleray.backend.BackendEnvironment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The way to the cluster of a RayJob: made when it is first needed, by one thread for all, and made again when it broke. */
final class Connection implements AutoCloseable {
    private final KubeApi api;
    private final BackendEnvironment environment;
    private final RayJob job;
    private final Provisioning provisioning;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Tunnel tunnel;
    private volatile boolean closed;

    Connection(KubeApi api, KubeOptions options, BackendEnvironment environment, RayJob job) {
        this.api = api;
        this.environment = environment;
        this.job = job;
        this.provisioning = new Provisioning(
                api,
                environment.progress(),
                options.startTimeout(),
                job.getMetadata().getName());
    }

    /**
     * Waits until the cluster is ready, and connects.
     *
     * @param timeout how long to wait at most
     * @return the way, or empty when the cluster is not ready by then
     */
    Optional<Tunnel> open(Duration timeout) throws InterruptedException {
        Tunnel open = tunnel;
        if (open != null) {
            return Optional.of(open);
        }
        long end = System.nanoTime() + timeout.toNanos();
        if (!opening.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            open = tunnel;
            if (open == null) {
                Optional<Provisioning.ReadyCluster> cluster =
                        provisioning.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                if (cluster.isEmpty()) {
                    return Optional.empty();
                }
                boolean hasToken = job.getSpec().rayClusterSpec().authOptions() != null;
                open = Tunnel.open(api, cluster.get(), hasToken, environment);
                tunnel = open;
                if (closed) {
                    reset();
                }
            }
            return Optional.of(open);
        } finally {
            opening.unlock();
        }
    }

    /** Lets the way go; the next who needs one makes another. */
    void reset() {
        Tunnel open = tunnel;
        tunnel = null;
        if (open != null) {
            open.close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        reset();
    }
}
