package io.eagleray.kuberay;

import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.Interrupts;
import io.eagleray.client.BackendException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogSink;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An execution on a cluster that is kept: a job of its Ray. The way there may break and be made again. */
final class KeptExecution implements BackendExecution {
    private static final int MOST_FAILURES = 3;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final KubeApi api;
    private final KeptCluster cluster;
    private final Connection connection;
    private final String id;
    private Known known;

    KeptExecution(KubeApi api, KeptCluster cluster, Connection connection, RayLink link, BackendExecution ray) {
        this.api = api;
        this.cluster = cluster;
        this.connection = connection;
        this.id = ray.id();
        this.known = new Known(link, ray);
    }

    @Override
    public String id() {
        return id;
    }

    /**
     * The job, and the way to it.
     *
     * @param link the way
     * @param ray the job
     */
    private record Known(RayLink link, BackendExecution ray) {}

    /** What is asked of the job. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask(BackendExecution ray) throws InterruptedException;
    }

    private <T> T asked(Asking<T> asking) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            Known known = known();
            try {
                return asking.ask(known.ray());
            } catch (BackendException e) {
                if (failures == MOST_FAILURES || connection.isClosed()) {
                    throw e;
                }
                if (connection.resetIfBroken(known.link())) {
                    reconnect(e);
                }
            }
        }
    }

    private synchronized Known known() {
        return known;
    }

    private void reconnect(BackendException failure) throws InterruptedException {
        if (!cluster.isStillThere(api)) {
            throw new BackendException(
                    "the cluster of RayJob " + cluster.rayJob() + " has gone, and with it what it knew of execution "
                            + id,
                    failure);
        }
        RayLink link = connection.open(AGAIN).orElseThrow(() -> failure);
        BackendExecution ray = link.ray().find(id).orElseThrow(() -> new Forgotten(cluster.rayJob(), id));
        synchronized (this) {
            known = new Known(link, ray);
        }
    }

    private <T> T uninterrupted(Asking<T> asking) {
        return Interrupts.cancel("execution " + id + " was asked for", () -> asked(asking));
    }

    @Override
    public ExecutionSummary summary() {
        return uninterrupted(BackendExecution::summary);
    }

    @Override
    public Optional<byte[]> outcome(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        return asked(job -> job.outcome(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    @Override
    public void logs(LogSink sink) throws InterruptedException {
        read(BackendExecution::logs, sink);
    }

    @Override
    public void logsSoFar(LogSink sink) throws InterruptedException {
        read(BackendExecution::logsSoFar, sink);
    }

    /** What reads a log from its beginning. */
    @FunctionalInterface
    private interface Reading {
        void read(BackendExecution ray, LogSink sink) throws InterruptedException;
    }

    /** Where the way breaks, the lines that have come are left out when it is read again. */
    private void read(Reading reading, LogSink sink) throws InterruptedException {
        AtomicInteger delivered = new AtomicInteger();
        asked(ray -> {
            AtomicInteger again = new AtomicInteger(delivered.get());
            reading.read(ray, line -> {
                if (again.getAndDecrement() <= 0) {
                    delivered.incrementAndGet();
                    sink.accept(line);
                }
            });
            return id;
        });
    }

    @Override
    public void cancel(String reason) {
        Interrupts.setAside(() -> uninterrupted(job -> {
            job.cancel(reason);
            return id;
        }));
    }

    @Override
    public Optional<URI> dashboard() {
        return known().ray().dashboard();
    }
}
