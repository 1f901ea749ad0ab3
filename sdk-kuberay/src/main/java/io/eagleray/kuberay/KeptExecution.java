package io.eagleray.kuberay;

import io.eagleray.backend.BackendExecution;
import io.eagleray.client.BackendException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogSink;
import io.eagleray.client.TaskCancelledException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An execution on a cluster that is kept: a job of its Ray. The way there may break and be made again. */
final class KeptExecution implements BackendExecution {
    private static final int MOST_FAILURES = 3;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final KubeApi api;
    private final String rayJob;
    private final Connection connection;
    private final String id;
    private Known known;

    KeptExecution(KubeApi api, String rayJob, Connection connection, RayLink link, BackendExecution ray) {
        this.api = api;
        this.rayJob = rayJob;
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
                if (failures == MOST_FAILURES) {
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
        Optional<RayJob> now = api.find(rayJob);
        if (now.isEmpty() || !new KeptCluster(now.get()).isThere()) {
            throw new BackendException(
                    "the cluster of RayJob " + rayJob + " has gone, and with it what it knew of execution " + id,
                    failure);
        }
        RayLink link = connection.open(AGAIN).orElseThrow(() -> failure);
        BackendExecution ray = link.ray()
                .find(id)
                .orElseThrow(() -> new BackendException("the head of RayJob " + rayJob
                        + " has restarted, and its Ray has forgotten execution " + id + ": was its memory exhausted, or"
                        + " its node lost? Submit it again with another id"));
        synchronized (this) {
            known = new Known(link, ray);
        }
    }

    private <T> T uninterrupted(Asking<T> asking) {
        try {
            return asked(asking);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while execution " + id + " was asked for", e);
        }
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
        boolean wasInterrupted = Thread.interrupted();
        try {
            uninterrupted(job -> {
                job.cancel(reason);
                return id;
            });
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Optional<URI> dashboard() {
        return known().ray().dashboard();
    }
}
