package io.eagleray.kuberay;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.Interrupts;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogSink;
import io.eagleray.client.Progress;
import io.eagleray.client.State;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.driver.Submission;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An execution on a cluster of its own. */
final class KubeRayExecution implements BackendExecution, AutoCloseable {
    /** How long the last lines of a log may take to arrive before the cluster goes. */
    private static final Duration LAST_LINES = Duration.ofSeconds(10);

    /** While the workers come, it is looked so often whether their driver has ended without them. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private static final Duration STOPPING = Duration.ofSeconds(20);

    /** Who has not submitted it leaves the others this time to see its end before the cluster goes. */
    private static final Duration OTHERS = Duration.ofSeconds(3);

    private static final int MOST_RECONNECTIONS = 3;

    private final KubeApi api;
    private final KubeOptions options;
    private final BackendEnvironment environment;
    private final RayJob job;
    private final String id;
    private final Consumer<KubeRayExecution> closed;
    private final Connection connection;
    private boolean submitted;
    private @Nullable BackendExecution ray;
    private byte @Nullable [] outcome;
    private @Nullable ExecutionSummary last;
    private int readers;

    KubeRayExecution(
            KubeApi api,
            KubeOptions options,
            BackendEnvironment environment,
            RayJob job,
            Consumer<KubeRayExecution> closed) {
        this.api = api;
        this.options = options;
        this.environment = environment;
        this.job = job;
        this.id = job.getMetadata().getLabels().getOrDefault(Labels.EXECUTION, "");
        this.closed = closed;
        this.connection = new Connection(api, options, environment, job, new OwnAdmission(job));
    }

    private String name() {
        return job.getMetadata().getName();
    }

    /**
     * Submits to the cluster once its head is ready, and waits for the others. Who does it again, or after somebody else,
     * submits nothing.
     */
    void begin(Submission submission) throws InterruptedException {
        try {
            submit(submission);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void submit(Submission submission) throws InterruptedException {
        RayLink link = connection.open(Provisioning.Extent.HEAD);
        RayJob now = api.find(name()).orElseThrow(this::removed);
        if (JobStates.state(now.getStatus()).ended()) {
            found(link.ray()
                    .find(id)
                    .orElseThrow(() -> new ConfigurationException("RayJob " + name()
                            + " has ended before it was submitted to, and its cluster goes: choose another id")));
            return;
        }
        if (now.getSpec().jobId() == null) {
            api.setStartDeadline(name(), options.startDeadline().plus(Manifests.SHIPPING));
        }
        BackendExecution execution = found(link.ray().submit(submission));
        submitted = true;
        api.setJobId(name(), id);
        while (!execution.summary().state().ended()) {
            if (connection.isWhole(BETWEEN_LOOKS)) {
                api.removeStartDeadline(name());
                return;
            }
        }
    }

    private synchronized BackendExecution found(BackendExecution execution) {
        ray = execution;
        return execution;
    }

    private synchronized @Nullable BackendExecution known() {
        return ray;
    }

    /** Its job on the cluster; empty when the cluster is not ready in time. */
    private Optional<BackendExecution> ray(Duration timeout) throws InterruptedException {
        BackendExecution known = known();
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RayLink> link = connection.open(timeout);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(found(link.get().ray().find(id).orElseThrow(() -> unknown())));
    }

    private EaglerayException unknown() {
        RayJob now = api.find(name()).orElseThrow(this::removed);
        return now.getSpec().jobId() == null
                ? new BackendException("execution " + id + " has a cluster (RayJob " + name()
                        + "), to which nothing has been submitted yet: is its client still there? If not, submit it again"
                        + " with the same id")
                : new Forgotten(name(), id);
    }

    private BackendException removed() {
        return new BackendException("the RayJob " + name() + " of execution " + id
                + " is not there any more: another client has fetched its outcome, or has cancelled it, or somebody has"
                + " deleted it, or the namespace");
    }

    @Override
    public String id() {
        return id;
    }

    /** Asks the cluster where that is reached already, else the operator; once it has ended, nobody. */
    @Override
    public ExecutionSummary summary() {
        Optional<ExecutionSummary> ended = last();
        if (ended.isPresent()) {
            return ended.get();
        }
        Optional<RayJob> now = api.find(name());
        ExecutionSummary ofJob = JobStates.summary(now.orElse(job));
        if (now.isEmpty()) {
            return new ExecutionSummary(
                    id, ofJob.task(), State.CANCELLED, ofJob.submitted(), Optional.empty(), "its RayJob was removed");
        }
        BackendExecution known = known();
        return known == null ? ofJob : ofBoth(ofJob, known.summary());
    }

    private synchronized Optional<ExecutionSummary> last() {
        return Optional.ofNullable(last);
    }

    private ExecutionSummary ofBoth(ExecutionSummary ofJob, ExecutionSummary ofRay) {
        return new ExecutionSummary(id, ofRay.task(), ofRay.state(), ofJob.submitted(), ofRay.ended(), ofRay.message());
    }

    @Override
    public Optional<byte[]> outcome(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (int failures = 0; ; failures++) {
            Optional<byte[]> ended = ended();
            if (ended.isPresent()) {
                return ended;
            }
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            try {
                Optional<BackendExecution> running = ray(left);
                Optional<byte[]> arrived =
                        running.isEmpty() ? Optional.empty() : running.get().outcome(left);
                if (arrived.isPresent()) {
                    keep(arrived.get(), running.get().summary());
                }
                return arrived;
            } catch (Forgotten e) {
                byte[] lost = new Envelope.Error(Errors.of(e)).encode();
                ExecutionSummary ofJob = JobStates.summary(job);
                keep(
                        lost,
                        new ExecutionSummary(
                                id,
                                ofJob.task(),
                                State.FAILED,
                                ofJob.submitted(),
                                Optional.empty(),
                                String.valueOf(e.getMessage())));
                return Optional.of(lost);
            } catch (TaskCancelledException e) {
                throw e;
            } catch (EaglerayException e) {
                if (known() == null || failures == MOST_RECONNECTIONS) {
                    throw e;
                }
                reconnect();
            }
        }
    }

    /** The head may be another pod by now, or its Ray another one. */
    private void reconnect() {
        if (api.find(name()).isEmpty()) {
            throw removed();
        }
        synchronized (this) {
            ray = null;
        }
        connection.reset();
    }

    private synchronized Optional<byte[]> ended() {
        return Optional.ofNullable(outcome);
    }

    /** The outcome is safe here; so are the logs, once who reads them is done. Then the cluster is not needed. */
    private void keep(byte[] arrived, ExecutionSummary summary) throws InterruptedException {
        synchronized (this) {
            if (outcome != null) {
                return;
            }
            outcome = arrived;
            last = ofBoth(JobStates.summary(job), summary);
        }
        try {
            awaitOthers();
        } finally {
            remove(arrived);
        }
    }

    private void awaitOthers() throws InterruptedException {
        if (!submitted) {
            Thread.sleep(OTHERS.toMillis());
        }
        long end = System.nanoTime() + LAST_LINES.toNanos();
        synchronized (this) {
            for (long left = LAST_LINES.toMillis(); readers > 0 && left > 0; ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
    }

    /** What fails here is told, and takes no outcome away: the operator removes the cluster at its time. */
    private void remove(byte[] arrived) {
        Interrupts.setAside(() -> removeIfDue(arrived));
    }

    private void removeIfDue(byte[] arrived) {
        try {
            if (!Removal.of(job).isDueAfter(Envelope.decode(arrived))) {
                tell("is kept; its dashboard: kubectl -n " + options.namespace() + " port-forward service/" + service()
                        + " 8265");
            } else if (isRead()) {
                tell("its log is still read: the operator removes it later");
            } else {
                api.delete(name());
                close();
            }
        } catch (EaglerayException e) {
            tell("the operator removes it later: " + e.getMessage());
        }
    }

    private void tell(String what) {
        environment.progress().accept(Progress.of("cluster " + name(), what));
    }

    private String service() {
        RayJob.Status status = api.find(name()).orElse(job).getStatus();
        String cluster = status == null ? name() : Objects.requireNonNullElse(status.rayClusterName(), name());
        return cluster + "-head-svc";
    }

    @Override
    public void logs(LogSink sink) throws InterruptedException {
        read(() -> {
            Optional<BackendExecution> running = ray(options.startTimeout());
            if (running.isPresent()) {
                running.get().logs(sink);
            }
        });
    }

    /** A cluster that is not ready has no log yet. */
    @Override
    public void logsSoFar(LogSink sink) throws InterruptedException {
        read(() -> {
            Optional<BackendExecution> running = ray(Duration.ZERO);
            if (running.isPresent()) {
                running.get().logsSoFar(sink);
            }
        });
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
        try {
            return connection.isClosed()
                    || ended().isPresent()
                    || api.find(name()).isEmpty();
        } catch (ConfigurationException e) {
            tell("its log ends here: " + e.getMessage()); // the namespace goes, or the right to look
            return true;
        }
    }

    private synchronized void count(int more) {
        readers += more;
        notifyAll();
    }

    private synchronized boolean isRead() {
        return readers > 0;
    }

    /** Stops the job, and removes the cluster once it has ended. */
    @Override
    public void cancel(String reason) {
        Interrupts.setAside(() -> {
            Optional<RayJob> now = ended().isPresent() ? Optional.empty() : api.find(name());
            if (now.isPresent() && !JobStates.state(now.get().getStatus()).ended()) {
                stop(now.get(), reason);
            }
        });
    }

    private void stop(RayJob now, String reason) {
        try {
            Optional<BackendExecution> running =
                    now.getSpec().jobId() == null && known() == null ? Optional.empty() : ray(STOPPING);
            if (running.isEmpty()) {
                api.delete(name()); // nothing has been submitted to it, or it cannot be reached
                return;
            }
            running.get().cancel(reason);
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
    public void close() {
        connection.close();
        closed.accept(this);
    }
}
