package io.eagleray.kuberay;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.client.BackendException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogSink;
import io.eagleray.client.Progress;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.driver.Submission;
import io.eagleray.wire.Envelope;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An execution on a cluster of its own. */
final class KubeRayExecution implements BackendExecution, AutoCloseable {
    /** How long the last lines of a log may take to arrive before the cluster goes. */
    private static final Duration LAST_LINES = Duration.ofSeconds(10);

    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final KubeApi api;
    private final KubeOptions options;
    private final BackendEnvironment environment;
    private final RayJob job;
    private final String id;
    private @Nullable Tunnel tunnel;
    private @Nullable BackendExecution ray;
    private byte @Nullable [] outcome;
    private int readers;
    private volatile boolean closed;

    KubeRayExecution(KubeApi api, KubeOptions options, BackendEnvironment environment, RayJob job) {
        this.api = api;
        this.options = options;
        this.environment = environment;
        this.job = job;
        this.id = job.getMetadata().getLabels().getOrDefault(Labels.EXECUTION, "");
    }

    private String name() {
        return job.getMetadata().getName();
    }

    /** Submits to the cluster once it is ready. Who does it again, or after somebody else, submits nothing. */
    synchronized void begin(Submission submission) throws InterruptedException {
        ray = tunnel().ray().submit(submission);
        api.setJobId(name(), id);
    }

    private synchronized Tunnel tunnel() throws InterruptedException {
        Tunnel open = tunnel;
        if (open == null) {
            Provisioning.ReadyCluster cluster =
                    new Provisioning(api, environment.progress(), options.startTimeout(), name()).await();
            RayCluster.Spec spec = job.getSpec().rayClusterSpec();
            open = Tunnel.open(api, cluster, spec.authOptions() != null, environment);
            tunnel = open;
        }
        return open;
    }

    private synchronized BackendExecution ray() throws InterruptedException {
        BackendExecution found = ray;
        if (found == null) {
            found = tunnel().ray()
                    .find(id)
                    .orElseThrow(() -> new BackendException("execution " + id + " has a cluster (RayJob " + name()
                            + "), to which it was never submitted: its client ended before; submit it again with the"
                            + " same id"));
            ray = found;
        }
        return found;
    }

    @Override
    public String id() {
        return id;
    }

    /** Asks the cluster where that is reached already, else the operator. */
    @Override
    public ExecutionSummary summary() {
        BackendExecution known = known();
        ExecutionSummary ofJob = JobStates.summary(api.find(name()).orElse(job));
        if (known == null) {
            return ofJob;
        }
        ExecutionSummary ofRay = known.summary();
        return new ExecutionSummary(id, ofRay.task(), ofRay.state(), ofJob.submitted(), ofRay.ended(), ofRay.message());
    }

    private synchronized @Nullable BackendExecution known() {
        return ray;
    }

    @Override
    public Optional<byte[]> outcome(Duration timeout) throws InterruptedException {
        Optional<byte[]> ended = ended();
        if (ended.isPresent()) {
            return ended;
        }
        Optional<byte[]> arrived = ray().outcome(timeout);
        if (arrived.isPresent()) {
            keep(arrived.get());
        }
        return arrived;
    }

    private synchronized Optional<byte[]> ended() {
        return Optional.ofNullable(outcome);
    }

    /** The outcome is safe here; so are the logs, once who reads them is done. Then the cluster is not needed. */
    private synchronized void keep(byte[] arrived) throws InterruptedException {
        if (outcome != null) {
            return;
        }
        outcome = arrived;
        if (!Removal.of(job).isDueAfter(Envelope.decode(arrived))) {
            environment
                    .progress()
                    .accept(Progress.of(
                            "cluster " + name(),
                            "is kept; its dashboard: kubectl -n " + options.namespace() + " port-forward service/"
                                    + clusterService() + " 8265"));
            return;
        }
        long end = System.nanoTime() + LAST_LINES.toNanos();
        for (long left = LAST_LINES.toMillis(); readers > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        api.delete(name());
    }

    private String clusterService() {
        RayJob.Status status = api.find(name()).orElse(job).getStatus();
        String cluster = status == null ? name() : Objects.requireNonNullElse(status.rayClusterName(), name());
        return cluster + "-head-svc";
    }

    @Override
    public void logs(LogSink sink) throws InterruptedException {
        read(() -> ray().logs(sink));
    }

    @Override
    public void logsSoFar(LogSink sink) throws InterruptedException {
        read(() -> ray().logsSoFar(sink));
    }

    /** What reads a log. */
    @FunctionalInterface
    private interface Reading {
        void read() throws InterruptedException;
    }

    private void read(Reading reading) throws InterruptedException {
        count(1);
        try {
            reading.read();
        } catch (EaglerayException e) {
            if (!isGone()) {
                throw e;
            }
        } finally {
            count(-1);
        }
    }

    /** Who has fetched the outcome, or has cancelled it, has removed it; of its log there is no more. */
    private boolean isGone() {
        return closed || ended().isPresent() || api.find(name()).isEmpty();
    }

    private synchronized void count(int more) {
        readers += more;
        notifyAll();
    }

    /** Stops the job, and removes the cluster once it has ended. */
    @Override
    public void cancel(String reason) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            if (ended().isEmpty()
                    && !JobStates.summary(api.find(name()).orElse(job)).state().ended()) {
                stop(reason);
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stop(String reason) {
        try {
            if (job.getSpec().deletionStrategy() != null) {
                api.removeAfterEnd(name(), Manifests.RETENTION);
            }
            ray().cancel(reason);
            outcome(STOPPING);
        } catch (TaskCancelledException e) {
            throw e;
        } catch (EaglerayException e) {
            api.delete(name()); // it cannot be asked to end: its processes end with their pods
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while execution " + id + " was cancelled", e);
        }
    }

    /** Where this process forwards it to, as long as it lives. */
    @Override
    public Optional<URI> dashboard() {
        return ended().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(known()).flatMap(BackendExecution::dashboard);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (tunnel != null) {
            tunnel.close();
            tunnel = null;
        }
    }
}
