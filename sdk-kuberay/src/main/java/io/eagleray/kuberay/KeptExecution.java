package io.eagleray.kuberay;

import io.eagleray.backend.BackendExecution;
import io.eagleray.client.BackendException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogSink;
import io.eagleray.client.TaskCancelledException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An execution on a cluster that is kept: a job of its Ray. The way there may break and be made again. */
final class KeptExecution implements BackendExecution {
    private static final int MOST_FAILURES = 3;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final KubeApi api;
    private final String rayJob;
    private final Connection connection;
    private final String id;
    private RayLink link;
    private BackendExecution ray;

    KeptExecution(KubeApi api, String rayJob, Connection connection, RayLink link, BackendExecution ray) {
        this.api = api;
        this.rayJob = rayJob;
        this.connection = connection;
        this.id = ray.id();
        this.link = link;
        this.ray = ray;
    }

    @Override
    public String id() {
        return id;
    }

    /** What is asked of the job. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask(BackendExecution ray) throws InterruptedException;
    }

    private <T> T asked(Asking<T> asking) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            BackendExecution known = known();
            try {
                return asking.ask(known);
            } catch (BackendException e) {
                if (failures == MOST_FAILURES) {
                    throw e;
                }
                reconnect(known, e);
            }
        }
    }

    private synchronized BackendExecution known() {
        return ray;
    }

    private synchronized void reconnect(BackendExecution broken, BackendException failure) throws InterruptedException {
        if (ray != broken) {
            return; // another thread has done that
        }
        Optional<RayJob> now = api.find(rayJob);
        if (now.isEmpty() || !new KeptCluster(now.get()).isThere()) {
            throw new BackendException(
                    "the cluster of RayJob " + rayJob + " has gone, and with it what it knew of execution " + id,
                    failure);
        }
        connection.reset(link);
        @Nullable RayLink again = connection.open(AGAIN).orElse(null);
        if (again == null) {
            throw failure;
        }
        ray = again.ray()
                .find(id)
                .orElseThrow(() -> new BackendException("the head of RayJob " + rayJob
                        + " has restarted, and its Ray has forgotten execution " + id + ": was its memory exhausted, or"
                        + " its node lost? Submit it again with another id"));
        link = again;
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
        known().logs(sink);
    }

    @Override
    public void logsSoFar(LogSink sink) throws InterruptedException {
        known().logsSoFar(sink);
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
        return known().dashboard();
    }
}
