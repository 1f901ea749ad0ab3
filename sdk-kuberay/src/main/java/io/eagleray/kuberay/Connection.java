package io.eagleray.kuberay;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.ray.Admission;
import io.eagleray.client.BackendException;
import io.eagleray.kuberay.Provisioning.Extent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The way to the cluster of a RayJob: made when it is first needed, by one thread for all, and made again when it broke. */
final class Connection implements AutoCloseable {
    private final KubeApi api;
    private final BackendEnvironment environment;
    private final KubeOptions options;
    private final RayJob job;
    private final Admission admission;
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicReference<@Nullable RayLink> link = new AtomicReference<>();
    private volatile boolean closed;

    private @Nullable Provisioning provisioning;

    Connection(KubeApi api, KubeOptions options, BackendEnvironment environment, RayJob job, Admission admission) {
        this.api = api;
        this.options = options;
        this.environment = environment;
        this.job = job;
        this.admission = admission;
    }

    private String name() {
        return job.getMetadata().getName();
    }

    /**
     * Waits as long as a cluster may take until it is ready, and connects.
     *
     * @param extent how much of it has to be ready
     * @return the way
     * @throws BackendException when the cluster does not come in time
     */
    RayLink open(Extent extent) throws InterruptedException {
        return open(extent, options.startTimeout().plus(options.startDeadline()))
                .orElseThrow(() -> new BackendException("the cluster of RayJob " + name() + " did not come in time"));
    }

    /**
     * Waits until the cluster is ready, and connects.
     *
     * @param timeout how long to wait at most
     * @return the way, or empty when the cluster is not ready by then
     */
    Optional<RayLink> open(Duration timeout) throws InterruptedException {
        return open(Extent.ALL, timeout);
    }

    private Optional<RayLink> open(Extent extent, Duration timeout) throws InterruptedException {
        RayLink open = link.get();
        if (open != null) {
            return Optional.of(open);
        }
        long end = System.nanoTime() + timeout.toNanos();
        if (!opening.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            open = link.get();
            if (open == null) {
                Optional<Provisioning.ReadyCluster> cluster =
                        await(extent, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                if (cluster.isEmpty()) {
                    return Optional.empty();
                }
                open = link(cluster.get());
                link.set(open);
                if (closed) {
                    reset();
                }
            }
            return Optional.of(open);
        } finally {
            opening.unlock();
        }
    }

    /**
     * Waits for what else there has to be, once the head is.
     *
     * @param timeout how long to wait at most
     * @return whether all of it is ready
     * @throws BackendException when it cannot come, or takes longer than it may
     */
    boolean isWhole(Duration timeout) throws InterruptedException {
        opening.lockInterruptibly();
        try {
            return await(Extent.ALL, timeout).isPresent();
        } finally {
            opening.unlock();
        }
    }

    /** The time that it may take begins anew when all of it was ready, or could not become so. */
    private Optional<Provisioning.ReadyCluster> await(Extent extent, Duration most) throws InterruptedException {
        Provisioning waiting = provisioning;
        if (waiting == null) {
            waiting = new Provisioning(api, environment.progress(), options.startTimeout(), name());
        }
        boolean isStillWaiting = false;
        try {
            Optional<Provisioning.ReadyCluster> ready = waiting.await(extent, most);
            isStillWaiting = ready.isEmpty() || extent == Extent.HEAD;
            return ready;
        } finally {
            provisioning = isStillWaiting ? waiting : null;
        }
    }

    private RayLink link(Provisioning.ReadyCluster cluster) throws InterruptedException {
        Tunnel tunnel = Tunnel.open(api, cluster, job);
        try {
            return new RayLink(tunnel, tunnel.backend(environment, admission));
        } catch (RuntimeException e) {
            tunnel.close();
            throw e;
        }
    }

    /** Lets the way go; the next who needs one makes another. */
    void reset() {
        RayLink open = link.get();
        if (open != null) {
            reset(open);
        }
    }

    /** Lets a way go that is broken, unless somebody else has done that. */
    void reset(RayLink broken) {
        link.compareAndSet(broken, null);
        broken.close();
    }

    /**
     * Lets a way go when it is broken.
     *
     * @return whether it was
     */
    boolean resetIfBroken(RayLink link) {
        try {
            link.ray().find(Janitor.ID);
            return false;
        } catch (BackendException e) {
            reset(link);
            return true;
        }
    }

    KeptCluster cluster() {
        return new KeptCluster(job);
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
