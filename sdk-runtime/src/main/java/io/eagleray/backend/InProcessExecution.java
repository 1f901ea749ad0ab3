package io.eagleray.backend;

import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogSink;
import io.eagleray.client.Progress;
import io.eagleray.client.State;
import io.eagleray.driver.InProcessDriver;
import io.eagleray.driver.Submission;
import io.eagleray.parallel.WorkerPort;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An execution whose driver runs in this JVM. */
final class InProcessExecution implements BackendExecution {
    private static final Duration END = Duration.ofSeconds(10);

    private final Submission submission;
    private final InProcessBackend.Place place;
    private final BackendEnvironment environment;
    private final ExecutionLog log = new ExecutionLog();
    private final CompletableFuture<byte[]> outcome = new CompletableFuture<>();
    private final Instant submitted = Instant.now();
    private final Thread thread;
    private volatile State state = State.PENDING;
    private volatile @Nullable String cancelReason;
    private volatile @Nullable Instant ended;
    private volatile String message = "";

    InProcessExecution(Submission submission, InProcessBackend.Place place, BackendEnvironment environment) {
        this.submission = submission;
        this.place = place;
        this.environment = environment;
        thread = new Thread(null, this::run, "eagleray-driver-" + submission.id(), 0, false);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean runs(Submission other) {
        return submission.spec().name().equals(other.spec().name()) && Arrays.equals(submission.call(), other.call());
    }

    private void run() {
        InProcessDriver driver = new InProcessDriver(
                submission, environment.application().loader(), this::openPort, log::add, this::report);
        Envelope envelope;
        try {
            envelope = driver.run();
        } catch (RuntimeException | Error e) {
            envelope = new Envelope.Error(Errors.of(e));
        }
        String reason = cancelReason;
        if (reason != null && !(envelope instanceof Envelope.Ok)) {
            envelope = new Envelope.Cancelled(reason);
        }
        end(envelope);
    }

    private void end(Envelope envelope) {
        ended = Instant.now();
        message = envelope instanceof Envelope.Error failed
                ? failed.error().reason()
                : envelope instanceof Envelope.Cancelled cancelled ? cancelled.reason() : "";
        state = envelope instanceof Envelope.Ok
                ? State.SUCCEEDED
                : envelope instanceof Envelope.Error ? State.FAILED : State.CANCELLED;
        log.end();
        outcome.complete(envelope.encode());
    }

    private WorkerPort openPort() {
        state = State.PROVISIONING;
        WorkerPort port = place.open(submission);
        state = State.RUNNING;
        return port;
    }

    private void report(Progress progress) {
        environment.progress().accept(progress);
    }

    @Override
    public String id() {
        return submission.id();
    }

    @Override
    public ExecutionSummary summary() {
        return new ExecutionSummary(
                submission.id(), submission.spec().name(), state, submitted, Optional.ofNullable(ended), message);
    }

    @Override
    public Optional<byte[]> outcome(Duration timeout) throws InterruptedException {
        try {
            return Optional.of(outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome never fails", e);
        }
    }

    @Override
    public void logs(LogSink sink) throws InterruptedException {
        log.follow(sink);
    }

    @Override
    public void logsSoFar(LogSink sink) {
        log.soFar(sink);
    }

    @Override
    public void cancel(String reason) {
        if (!outcome.isDone()) {
            cancelReason = reason;
            thread.interrupt();
        }
    }

    /** Waits until it has ended, for a while; a body that ignores its interrupt is left behind. */
    void awaitEnd() {
        try {
            if (outcome(END).isEmpty()) {
                end(new Envelope.Cancelled("its thread did not end in time"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<URI> dashboard() {
        return place.dashboard();
    }
}
