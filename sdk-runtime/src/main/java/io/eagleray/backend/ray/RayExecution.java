package io.eagleray.backend.ray;

import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.Interrupts;
import io.eagleray.backend.Shown;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogLine;
import io.eagleray.client.LogSink;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.client.State;
import io.eagleray.driver.cluster.LogFormat;
import io.eagleray.parallel.DaemonThreads;
import io.eagleray.wire.Envelope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An execution that is a job of a Ray cluster. */
final class RayExecution implements BackendExecution {
    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    /** The end is noticed after this part of the time that it took. */
    private static final int PART = 40;

    private static final Duration LONG = Duration.ofSeconds(4);
    private static final String RAYS_OWN_LINE = "Running entrypoint for job ";

    private final RayJobs jobs;
    private final OutcomeStorage storage;
    private final ProgressSink progress;
    private volatile JobDetails details;
    private volatile String told = "";
    private final AtomicBoolean followed = new AtomicBoolean();
    private volatile byte @Nullable [] outcome;

    RayExecution(RayJobs jobs, OutcomeStorage storage, JobDetails details, ProgressSink progress) {
        this.jobs = jobs;
        this.storage = storage;
        this.details = details;
        this.progress = progress;
    }

    static ExecutionSummary summary(JobDetails job) {
        return new ExecutionSummary(
                job.id(),
                job.metadata().getOrDefault(RayBackend.TASK, ""),
                state(job.status()),
                job.started().orElse(Instant.EPOCH),
                job.ended(),
                said(job));
    }

    private static State state(JobStatus status) {
        return switch (status) {
            case PENDING -> State.PENDING;
            case RUNNING -> State.RUNNING;
            case STOPPED -> State.CANCELLED;
            case SUCCEEDED -> State.SUCCEEDED;
            case FAILED -> State.FAILED;
        };
    }

    @Override
    public String id() {
        return details.id();
    }

    @Override
    public ExecutionSummary summary() {
        return summary(Interrupts.cancel("an execution was looked at", this::look));
    }

    private JobDetails look() throws InterruptedException {
        if (!details.status().isEnd()) {
            details = jobs.get(details.id());
        }
        return details;
    }

    @Override
    public Optional<byte[]> outcome(Duration timeout) throws InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        long start = System.nanoTime();
        while (!look().status().isEnd()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            Duration pause = deadline.atMost(pause(waited));
            if (pause.isZero()) {
                return Optional.empty();
            }
            tellWhatItWaitsFor();
            Thread.sleep(pause.toMillis() + 1);
            if (waited.compareTo(LONG) > 0) {
                watch();
            }
        }
        return Optional.of(fetched());
    }

    private static Duration pause(Duration waited) {
        long millis = waited.toMillis() / PART;
        return Duration.ofMillis(Math.max(SHORTEST_PAUSE_MILLIS, Math.min(LONGEST_PAUSE_MILLIS, millis)));
    }

    /** In Ray's words: a free place, a runtime environment. Ray ends a job that has not begun after a while. */
    private void tellWhatItWaitsFor() {
        JobDetails now = details;
        if (now.status() == JobStatus.PENDING && !now.message().equals(told)) {
            told = now.message();
            progress.accept(Progress.of("pending", said(now)));
        }
    }

    private static String said(JobDetails job) {
        return Shown.of(job.message(), JobDetails.LONGEST_MESSAGE);
    }

    /** Who waits for long sees how far it is, also when nobody reads the log. */
    private void watch() {
        if (followed.getAndSet(true)) {
            return;
        }
        DaemonThreads.start("eagleray progress " + details.id(), () -> {
            try {
                follow(line -> {});
            } catch (InterruptedException | EaglerayException e) {
                return; // who waits for the outcome will hear of it
            }
        });
    }

    private synchronized byte[] fetched() throws InterruptedException {
        byte[] known = outcome;
        if (known == null) {
            known = storage.read(details).orElseGet(() -> envelope(details).encode());
            outcome = known;
        }
        return known;
    }

    /** What is said of a job whose driver has left no outcome. */
    private static Envelope envelope(JobDetails job) {
        return job.status() == JobStatus.STOPPED
                ? new Envelope.Cancelled("its job was stopped")
                : new Envelope.Error(JobFailure.of(job));
    }

    @Override
    public void logs(LogSink sink) throws InterruptedException {
        followed.set(true);
        follow(sink);
    }

    private void follow(LogSink sink) throws InterruptedException {
        jobs.follow(details.id(), () -> details.status().isEnd(), text -> take(text, sink, progress));
    }

    @Override
    public void logsSoFar(LogSink sink) throws InterruptedException {
        if (!jobs.logs(details.id(), text -> take(text, sink, past -> {}))) {
            jobs.get(details.id()); // which says why there is none
        }
    }

    private void take(String text, LogSink sink, ProgressSink progress) {
        if (!text.startsWith(RAYS_OWN_LINE + details.id())) {
            LogLine line = LogFormat.line(text);
            LogFormat.progress(line).ifPresentOrElse(progress::accept, () -> sink.accept(line));
        }
    }

    /** Who was interrupted while it waited for the end cancels, and nothing can be sent while that is still asked for. */
    @Override
    public void cancel(String reason) {
        Interrupts.setAside(() -> Interrupts.cancel("an execution was cancelled", () -> jobs.stop(details.id())));
    }

    @Override
    public Optional<URI> dashboard() {
        return Optional.of(jobs.dashboard(details.id()));
    }
}
